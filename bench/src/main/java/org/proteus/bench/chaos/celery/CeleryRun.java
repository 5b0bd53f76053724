package org.proteus.bench.chaos.celery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.proteus.bench.chaos.ChaosSettings;
import org.proteus.bench.chaos.celery.Finding.Kind;
import org.proteus.bench.chaos.check.Survey;
import org.proteus.bench.chaos.check.Violation;
import org.proteus.bench.chaos.cluster.Member;
import org.proteus.bench.chaos.fault.Faults;
import org.proteus.bench.chaos.fault.Schedule;
import org.proteus.bench.chaos.history.History;

/** One run of Celery from the first process to the last look. Used once. */
final class CeleryRun {

    private static final long PAUSE_MILLIS = 200;

    private final ChaosSettings settings;
    private final Path scripts;
    private final Consumer<String> printed;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param settings what is done; the one coordinator is the broker
     * @param scripts folder of the tasks
     * @param printed gets the schedule as it is carried out, and what is going on
     */
    CeleryRun(ChaosSettings settings, Path scripts, Consumer<String> printed) {
        this.settings = settings;
        this.scripts = scripts;
        this.printed = printed;
    }

    /** Runs it and returns what came of it. */
    CeleryOutcome run() throws Exception {
        Path folder = settings.cluster().folder();
        Files.createDirectories(folder);
        try (History history = new History(folder.resolve("history.jsonl"));
                CeleryCluster cluster =
                        CeleryCluster.start(
                                settings.cluster(), scripts, note -> note(history, note));
                Submitter submitter =
                        Submitter.start(
                                scripts, cluster.environment(), folder.resolve("submitter.log"))) {
            return run(history, cluster, submitter);
        }
    }

    private void note(History history, String note) {
        history.add("note", "text", note);
        notes.add(note);
    }

    private CeleryOutcome run(History history, CeleryCluster cluster, Submitter submitter)
            throws Exception {
        Schedule schedule =
                new Schedule(settings.seed(), Faults.kinds(cluster), settings.cluster().lease());
        Faults faults = new Faults(schedule, cluster, history, printed);
        CeleryLoad load =
                new CeleryLoad(
                        cluster.ground(),
                        submitter,
                        faults,
                        history,
                        settings.objectsPerJob(),
                        settings.seed());
        load.turn();
        faults.start(settings.lanes());
        long end = System.nanoTime() + settings.lasts().toNanos();
        try {
            while (System.nanoTime() < end) {
                load.turn();
                Thread.sleep(PAUSE_MILLIS);
            }
        } finally {
            faults.end();
        }
        List<CeleryTask> tasks = load.accepted();
        printed.accept("faults are over, " + tasks.size() + " tasks so far");
        Backend backend = new Backend(cluster.ground().database().url());
        long stuck = settle(cluster, new Calm(cluster, submitter, backend), tasks);
        end(cluster.workers());
        note(history, submitter.waiting() + " messages left in the queue");
        return new CeleryOutcome(
                settings.seed(),
                tasks.size(),
                load.refused(),
                stuck,
                statuses(tasks, backend),
                Map.of(
                        "began", sum(cluster.journals().counts("began")),
                        "stored", sum(cluster.journals().counts("stored"))),
                faults.counts(),
                findings(cluster, tasks, backend),
                notes);
    }

    /**
     * Waits for calm. If tasks are without an outcome then, the workers are started anew once, as a
     * person would do, because the broker gives what they hold to others only then.
     *
     * @return how many tasks had no outcome before that
     */
    private long settle(CeleryCluster cluster, Calm calm, List<CeleryTask> tasks)
            throws IOException, SQLException, InterruptedException {
        long stuck = calm.await(tasks);
        if (stuck > 0) {
            printed.accept(stuck + " tasks have no outcome, all workers are started anew");
            end(cluster.workers());
            for (Member worker : cluster.workers()) {
                worker.start();
            }
            calm.await(tasks);
        }
        return stuck;
    }

    private void end(List<Member> members) throws IOException, InterruptedException {
        for (Member member : members) {
            member.awaitUp();
            int exit = member.end();
            if (exit != 0) {
                notes.add(member.name() + " ended with exit code " + exit);
            }
        }
    }

    private static Map<String, Integer> statuses(List<CeleryTask> tasks, Backend backend)
            throws SQLException {
        Map<String, String> all = backend.statuses();
        Map<String, Integer> counts = new TreeMap<>();
        tasks.forEach(task -> counts.merge(all.getOrDefault(task.id(), "none"), 1, Integer::sum));
        return counts;
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Finding> findings(
            CeleryCluster cluster, List<CeleryTask> tasks, Backend backend)
            throws IOException, SQLException {
        Map<String, String> sink = Survey.sink(cluster.ground().sink());
        CeleryChecker checker =
                new CeleryChecker(backend.statuses(), cluster.journals().counts("stored"), sink);
        List<Finding> findings = new ArrayList<>();
        tasks.forEach(task -> findings.addAll(checker.check(task)));
        sink.keySet().stream()
                .filter(file -> file.contains("/."))
                .forEach(file -> findings.add(new Finding(Kind.STRAY, file + " in a sink")));
        List<Violation> left = new ArrayList<>(Survey.orphans(cluster.ground().workFolders()));
        left.addAll(Survey.leftovers(cluster.ground().workFolders()));
        left.forEach(violation -> findings.add(new Finding(Kind.STRAY, violation.what())));
        return findings;
    }
}
