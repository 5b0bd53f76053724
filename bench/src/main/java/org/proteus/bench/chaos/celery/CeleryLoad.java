package org.proteus.bench.chaos.celery;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.proteus.bench.chaos.check.Expected;
import org.proteus.bench.chaos.cluster.Ground;
import org.proteus.bench.chaos.fault.Faults;
import org.proteus.bench.chaos.history.History;
import org.proteus.bench.chaos.load.ObjectMaker;

/**
 * Keeps Celery as busy as the other load keeps Proteus, with the same objects: ten texts to forward
 * for each to sort, submitted while no fault touches the broker. Used by one thread.
 */
final class CeleryLoad {

    private final Ground ground;
    private final Submitter submitter;
    private final Faults faults;
    private final History history;
    private final int objectsPerJob;
    private final long seed;
    private final ObjectMaker maker;
    private final ObjectMapper json = new ObjectMapper();
    private final List<CeleryTask> accepted = new ArrayList<>();
    private int jobs;
    private int refused;

    CeleryLoad(
            Ground ground,
            Submitter submitter,
            Faults faults,
            History history,
            int objectsPerJob,
            long seed) {
        this.ground = ground;
        this.submitter = submitter;
        this.faults = faults;
        this.history = history;
        this.objectsPerJob = objectsPerJob;
        this.seed = seed;
        this.maker = new ObjectMaker(new SplittableRandom(seed));
    }

    /** Submits more when fewer wait than are forwarded by one job. */
    void turn() throws Exception {
        if (submitter.waiting() < objectsPerJob) {
            submit();
        }
    }

    private void submit() throws Exception {
        Map<String, CeleryTask> tasks = new HashMap<>();
        List<String> lines = new ArrayList<>();
        String forwarded = nextJob();
        add(forwarded, maker.texts(source(forwarded), objectsPerJob), false, tasks, lines);
        String sorted = nextJob();
        int few = Math.max(1, objectsPerJob / 10);
        add(sorted, maker.unsorted(source(sorted), few), true, tasks, lines);
        Collections.shuffle(lines, new Random(seed + jobs));
        Path file = Files.write(ground.folder(sorted + ".tasks"), lines);
        for (String answer : faults.undisturbed(() -> submitter.submit(file))) {
            String[] words = answer.split(" ", 3);
            if (words[0].equals("accepted")) {
                accepted.add(tasks.get(words[1]));
            } else {
                refused++;
                history.add("refused", "task", words[1], "why", words[2]);
            }
        }
        history.add("submitted", "jobs", jobs, "accepted", accepted.size(), "refused", refused);
    }

    private String nextJob() {
        return "job-%04d".formatted(++jobs);
    }

    private Path source(String job) throws IOException {
        return Files.createDirectories(ground.source().resolve(job));
    }

    private void add(
            String job,
            Map<String, Expected> objects,
            boolean sort,
            Map<String, CeleryTask> tasks,
            List<String> lines)
            throws IOException {
        for (Map.Entry<String, Expected> object : objects.entrySet()) {
            String id = job + "/" + object.getKey();
            String source = ground.source().resolve(id).toString();
            String sink = ground.sink().resolve(id).toString();
            tasks.put(id, new CeleryTask(id, object.getValue()));
            lines.add(json.writeValueAsString(List.of(id, source, sink, sort)));
        }
    }

    /** Returns the tasks that were accepted. */
    List<CeleryTask> accepted() {
        return List.copyOf(accepted);
    }

    /** Returns how many were not; nothing is promised of these. */
    int refused() {
        return refused;
    }
}
