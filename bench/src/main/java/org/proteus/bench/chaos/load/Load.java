package org.proteus.bench.chaos.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.proteus.bench.chaos.check.Expected;
import org.proteus.bench.chaos.check.Submitted;
import org.proteus.bench.chaos.check.Violation;
import org.proteus.bench.chaos.cluster.Cluster;
import org.proteus.bench.chaos.fault.Faults;
import org.proteus.bench.chaos.history.History;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;

/**
 * Keeps the cluster busy: always some jobs that forward texts and one that sorts them. Watches what
 * is told of them meanwhile. Used by one thread.
 */
public final class Load {

    private static final String SORTED = "text/x-sorted-lines";

    private final Cluster cluster;
    private final RestClient rest;
    private final Faults faults;
    private final History history;
    private final int objectsPerJob;
    private final ObjectMaker maker;
    private final List<Submitted> jobs = new ArrayList<>();
    private final Map<String, Submitted> forwarding = new HashMap<>();
    private final Map<String, Submitted> sorting = new HashMap<>();
    private final Map<String, Long> seenDone = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /**
     * @param objectsPerJob objects of a job that forwards; one that sorts has a tenth
     */
    public Load(
            Cluster cluster,
            RestClient rest,
            Faults faults,
            History history,
            int objectsPerJob,
            long seed) {
        this.cluster = cluster;
        this.rest = rest;
        this.faults = faults;
        this.history = history;
        this.objectsPerJob = objectsPerJob;
        this.maker = new ObjectMaker(new SplittableRandom(seed));
    }

    /** Submits what is missing and looks at what runs. */
    public void turn() throws Exception {
        while (forwarding.size() < 2) {
            Submitted job = submit("text/plain", objectsPerJob);
            forwarding.put(job.job(), job);
        }
        while (sorting.isEmpty()) {
            Submitted job = submit(SORTED, Math.max(1, objectsPerJob / 10));
            sorting.put(job.job(), job);
        }
        look();
    }

    private Submitted submit(String target, int count) throws Exception {
        String name = "job-%04d".formatted(jobs.size() + 1);
        Path source = Files.createDirectories(cluster.ground().source().resolve(name));
        Path sink = cluster.ground().sink().resolve(name);
        Map<String, Expected> objects =
                target.equals(SORTED) ? maker.unsorted(source, count) : maker.texts(source, count);
        JobRequest request = JobRequest.of(uri(source), target, uri(sink));
        JobView accepted = faults.undisturbed(() -> rest.submit(request));
        history.add("accepted", "job", accepted.id(), "name", name, "objects", objects.size());
        Submitted job = new Submitted(accepted.id(), sink, objects);
        jobs.add(job);
        return job;
    }

    private static String uri(Path folder) {
        return "file://" + folder;
    }

    /** Looks at the jobs that have not ended; returns whether there are any. */
    public boolean look() throws IOException, InterruptedException {
        for (Map<String, Submitted> open : List.of(forwarding, sorting)) {
            for (String job : List.copyOf(open.keySet())) {
                if (hasEnded(job)) {
                    open.remove(job);
                }
            }
        }
        return !forwarding.isEmpty() || !sorting.isEmpty();
    }

    private boolean hasEnded(String job) throws IOException, InterruptedException {
        JobView view = rest.job(job);
        long done = view.count(ElementState.DONE);
        history.add("seen", "job", job, "state", view.state(), "done", done, "of", view.total());
        long most = seenDone.merge(job, done, Math::max);
        boolean ended = view.state().isFinal();
        // While it runs a coordinator may tell of a moment ago, another one of now.
        if (ended && most > done) {
            violations.add(
                    new Violation(
                            Violation.Kind.LOST,
                            "job %s showed %d elements done, at its end %d"
                                    .formatted(job, most, done)));
        }
        return ended;
    }

    /** Lets those of these jobs run once more that did not do all they can; returns how many. */
    public int retry(List<String> unfinished) throws IOException, InterruptedException {
        for (Submitted job : jobs) {
            if (unfinished.contains(job.job())) {
                rest.retry(job.job());
                history.add("retried", "job", job.job());
                forwarding.put(job.job(), job);
            }
        }
        return unfinished.size();
    }

    /** Returns every job that was accepted. */
    public List<Submitted> jobs() {
        return List.copyOf(jobs);
    }

    /** Returns what was broken in what was told while jobs ran. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }
}
