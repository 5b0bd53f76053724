package org.proteus.bench.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.proteus.bench.chaos.check.Checker;
import org.proteus.bench.chaos.check.DatabaseRows;
import org.proteus.bench.chaos.check.Expected;
import org.proteus.bench.chaos.check.Submitted;
import org.proteus.bench.chaos.check.Survey;
import org.proteus.bench.chaos.check.Tally;
import org.proteus.bench.chaos.check.Violation;
import org.proteus.bench.chaos.cluster.Cluster;
import org.proteus.bench.chaos.cluster.Member;
import org.proteus.bench.chaos.fault.Faults;
import org.proteus.bench.chaos.fault.Schedule;
import org.proteus.bench.chaos.history.History;
import org.proteus.bench.chaos.load.Load;
import org.proteus.bench.chaos.load.RestClient;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;

/** One run from the first process to the last check. Used once. */
public final class ChaosRun {

    private static final long PAUSE_MILLIS = 200;
    private static final Duration LONGEST_CALM = Duration.ofMinutes(10);
    private static final int LEASES_UNTIL_SWEPT = 8;

    private final ChaosSettings settings;
    private final Consumer<String> printed;
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final Tally tally = new Tally();

    /**
     * @param printed gets the schedule as it is carried out, and what is going on
     */
    public ChaosRun(ChaosSettings settings, Consumer<String> printed) {
        this.settings = settings;
        this.printed = printed;
    }

    /** Runs it and returns what came of it. */
    public Outcome run() throws Exception {
        Path folder = settings.cluster().folder();
        Files.createDirectories(folder);
        try (History history = new History(folder.resolve("history.jsonl"));
                Cluster cluster = Cluster.start(settings.cluster(), note -> note(history, note));
                RestClient rest = new RestClient(cluster.addresses())) {
            return run(history, cluster, rest);
        }
    }

    private void note(History history, String note) {
        history.add("note", "text", note);
        notes.add(note);
    }

    private Outcome run(History history, Cluster cluster, RestClient rest) throws Exception {
        Schedule schedule =
                new Schedule(settings.seed(), Faults.kinds(cluster), settings.cluster().lease());
        Faults faults = new Faults(schedule, cluster, history, printed);
        Load load =
                new Load(cluster, rest, faults, history, settings.objectsPerJob(), settings.seed());
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
        printed.accept("faults are over, " + load.jobs().size() + " jobs so far");
        awaitCalm(load);
        int retried = load.retry(unfinished(load, rest));
        awaitCalm(load);
        tally.add(load.violations());
        check(cluster, rest, load);
        return new Outcome(
                settings.seed(), load.jobs().size(), retried, tally, faults.counts(), notes);
    }

    private static void awaitCalm(Load load) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_CALM.toNanos();
        while (load.look() && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Returns the jobs of which faults ended sound objects, with a reason and for good. */
    private static List<String> unfinished(Load load, RestClient rest)
            throws IOException, InterruptedException {
        List<String> unfinished = new ArrayList<>();
        for (Submitted job : load.jobs()) {
            if (rest.job(job.job()).count(ElementState.DONE) < sound(job)) {
                unfinished.add(job.job());
            }
        }
        return unfinished;
    }

    private static long sound(Submitted job) {
        return job.objects().values().stream()
                .map(Expected::end)
                .filter(ElementState.DONE::equals)
                .count();
    }

    private void check(Cluster cluster, RestClient rest, Load load)
            throws IOException, InterruptedException, SQLException {
        end(cluster.workers());
        awaitSwept(cluster);
        tally.add(Survey.orphans(cluster.ground().workFolders()));
        tally.add(Survey.leftovers(cluster.ground().workFolders()));
        tally.add(Survey.beside(cluster.ground().sink(), load.jobs()));
        DatabaseRows rows = new DatabaseRows(cluster.ground().database().url());
        for (Submitted job : load.jobs()) {
            List<ElementView> elements = rest.elements(job.job());
            tally.count(elements);
            tally.add(Checker.check(job, elements, rows.tasks(job.job()), Survey.sink(job.sink())));
        }
        end(cluster.coordinators());
    }

    /** Coordinators look twice within this time for what a killed worker left in a sink. */
    private void awaitSwept(Cluster cluster) throws IOException, InterruptedException {
        Duration longest = settings.cluster().lease().multipliedBy(LEASES_UNTIL_SWEPT);
        long end = System.nanoTime() + longest.toNanos();
        while (Survey.holdsTemporaries(cluster.ground().sink()) && System.nanoTime() < end) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** They end when they are told to, and leave nothing behind. */
    private void end(List<Member> members) throws IOException, InterruptedException {
        List<Violation> left = new ArrayList<>();
        for (Member member : members) {
            member.awaitUp();
            int exit = member.end();
            if (exit != 0) {
                String what = member.name() + " ended with exit code " + exit;
                left.add(new Violation(Violation.Kind.STRAY, what));
            }
        }
        tally.add(left);
    }
}
