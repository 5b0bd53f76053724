package org.proteus.coordinator.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.graph.Catalogue;

/**
 * Jobs in memory: objects of a request are in capital letters at once, any other job runs until it
 * is told to end.
 */
final class FakeJobs implements Jobs {

    final AtomicInteger awaited = new AtomicInteger();
    volatile boolean databaseDown;

    private final Catalogue catalogue;
    private final Map<String, JobView> jobs = new LinkedHashMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, List<ElementView>> elements = new LinkedHashMap<>();
    private final Map<String, Bytes> results = new ConcurrentHashMap<>();

    FakeJobs(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public synchronized JobView submit(JobRequest request, Optional<String> key) {
        if (key.isPresent() && keys.containsKey(key.get())) {
            return show(keys.get(key.get()));
        }
        ContentType target = catalogue.resolveType(request.to());
        String id = "job" + (jobs.size() + 1);
        List<ElementView> done = new ArrayList<>();
        for (InlineObject object : request.objects()) {
            String element = id + "/" + (done.size() + 1);
            Bytes result = ShoutProgram.upper(object.content());
            results.put(element, result);
            done.add(JobViews.done(element, object, target, result));
        }
        JobView job = JobViews.submitted(id, request, target, done.size());
        jobs.put(id, job);
        elements.put(id, done);
        key.ifPresent(text -> keys.put(text, id));
        return job;
    }

    @Override
    public synchronized JobView submitOrResume(JobRequest request, Optional<String> key) {
        return jobs.isEmpty() ? submit(request, key) : jobs.values().iterator().next();
    }

    @Override
    public synchronized JobView show(String job) {
        return Optional.ofNullable(jobs.get(job)).orElseThrow(() -> notFound("job"));
    }

    private static ProteusException notFound(String what) {
        return new ProteusException(ErrorCode.NOT_FOUND, "there is no such " + what, "List them");
    }

    @Override
    public synchronized Page<JobView> list(Optional<String> cursor, int limit) {
        if (databaseDown) {
            throw new IllegalStateException("connection refused by db.internal:5432");
        }
        return page(List.copyOf(jobs.values()).reversed(), cursor, limit);
    }

    private static <T> Page<T> page(List<T> rows, Optional<String> cursor, int limit) {
        int from = cursor.map(FakeJobs::position).orElse(0);
        int to = Math.min(rows.size(), from + limit);
        Optional<String> next =
                to < rows.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Page<>(rows.subList(Math.min(from, to), to), next);
    }

    private static int position(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST, "the cursor is not one", "Start anew");
        }
    }

    @Override
    public synchronized JobView cancel(String job) {
        return become(job, JobState.ENDED);
    }

    @Override
    public synchronized JobView pause(String job) {
        requireGoing(job);
        return become(job, JobState.PAUSED);
    }

    @Override
    public synchronized JobView resume(String job) {
        requireGoing(job);
        return become(job, JobState.RUNNING);
    }

    private void requireGoing(String job) {
        if (show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job has ended", "Retry it");
        }
    }

    @Override
    public synchronized void remove(String job) {
        if (!show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job still runs", "Cancel it");
        }
        jobs.remove(job);
    }

    private JobView become(String job, JobState state) {
        JobView now = JobViews.inState(show(job), state);
        jobs.put(job, now);
        notifyAll();
        return now;
    }

    @Override
    public JobView retry(String job) {
        if (!show(job).state().isFinal()) {
            throw new ProteusException(ErrorCode.CONFLICT, "the job still runs", "Wait for it");
        }
        return show(job);
    }

    @Override
    public synchronized Page<ElementView> elements(
            String job, Optional<ElementState> state, Optional<String> cursor, int limit) {
        show(job);
        List<ElementView> rows =
                elements.get(job).stream()
                        .filter(e -> state.isEmpty() || state.get() == e.state())
                        .toList();
        return page(rows, cursor, limit);
    }

    @Override
    public synchronized ElementView element(String job, long seq) {
        show(job);
        return elements.get(job).stream()
                .filter(e -> e.id().equals(job + "/" + seq))
                .findFirst()
                .orElseThrow(() -> notFound("element"));
    }

    @Override
    public Bytes result(String job, long seq) {
        return results.get(element(job, seq).id());
    }

    @Override
    public List<Decision> decisions(String job, long after) {
        show(job);
        return Stream.of(JobViews.decision()).skip(after).toList();
    }

    @Override
    public ScalingChart scaling(String job) {
        return new ScalingChart(job, List.of(JobViews.point()), decisions(job));
    }

    @Override
    public List<WorkerView> workers() {
        return List.of(JobViews.worker());
    }

    @Override
    public synchronized JobView await(String job, Duration atMost) throws InterruptedException {
        awaited.incrementAndGet();
        long end = System.nanoTime() + atMost.toNanos();
        while (!show(job).state().isFinal() && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        return show(job);
    }
}
