package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.coordinator.pool.WorkerPool;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.policies.scaling.FairShares;
import org.proteus.policies.scaling.HourlyCost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a pool to the number of workers that the running jobs want. With several jobs the wanted
 * numbers add up; when the pool has fewer, small wishes are met and the others get alike. A job
 * never gets more workers than it has objects left.
 */
public final class Scaler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scaler.class);
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration NOTED = Duration.ofSeconds(2);
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final ScalingView view;
    private final WorkerPool pool;
    private final ScalingDefaults defaults;
    private final int idleWorkers;
    private final InstantSource clock;
    private final Map<String, JobScaling> jobs = new HashMap<>();
    private final Thread thread;
    private Instant noted = Instant.MIN;
    private int target;
    private Optional<Instant> ordered = Optional.empty();
    private Optional<Duration> boot = Optional.empty();

    /**
     * Creates a scaler; it does nothing until it is started.
     *
     * @param idleWorkers workers kept while no job runs, for callers who wait for an answer
     * @param clock gives the time of decisions
     */
    public Scaler(
            ScalingView view,
            WorkerPool pool,
            ScalingDefaults defaults,
            int idleWorkers,
            InstantSource clock) {
        this.view = view;
        this.pool = pool;
        this.defaults = defaults;
        this.idleWorkers = idleWorkers;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("scaler").unstarted(this::run);
    }

    /** Starts to look at the jobs twice a second. */
    public void start() {
        thread.start();
    }

    /** Ends the scaling; afterwards it changes no pool any more. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(ENDING)) {
                LOG.warn("the scaler does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                tickSafely();
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            LOG.debug("scaler ends");
        }
    }

    /** A database that is away for a moment must not end the scaling for good. */
    private void tickSafely() {
        try {
            tick();
        } catch (RuntimeException e) {
            LOG.warn("the number of workers stays as it is: {}", e.getMessage());
            LOG.debug("while scaling", e);
        }
    }

    void tick() {
        List<ScalableJob> running = view.runningJobs();
        Set<String> ids = running.stream().map(ScalableJob::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        PoolState state = look(now);
        leave(ids, now, state);
        running.forEach(job -> measure(job, now, state));
        resize(now, share(running), state);
        if (!noted.plus(NOTED).isAfter(now)) {
            noted = now;
            note(jobs, now, look(now));
        }
    }

    /** What jobs cost at last, and where they stood, is noted before they are forgotten. */
    private void leave(Set<String> running, Instant now, PoolState state) {
        Map<String, JobScaling> gone = new HashMap<>(jobs);
        gone.keySet().removeAll(running);
        note(gone, now, state);
        jobs.keySet().retainAll(running);
    }

    private void note(Map<String, JobScaling> which, Instant now, PoolState state) {
        Map<String, ScalingPoint> points = new HashMap<>();
        which.forEach((job, scaling) -> points.put(job, scaling.point(now, state)));
        if (!points.isEmpty()) {
            view.note(points);
        }
    }

    private PoolState look(Instant now) {
        int live = view.liveWorkers(pool.name());
        if (live >= target && ordered.isPresent()) {
            boot = Optional.of(Duration.between(ordered.get(), now));
            ordered = Optional.empty();
        }
        return new PoolState(
                target,
                pool.size(),
                live,
                view.idleWorkers(pool.name()),
                boot,
                pool.hourlyCost(),
                hourlyCost());
    }

    private Optional<HourlyCost> hourlyCost() {
        Optional<Money> last = pool.hourlyCost(Math.max(1, target));
        Optional<Money> next = pool.hourlyCost(target + 1).or(() -> last);
        return last.map(each -> new HourlyCost(next.orElse(each).amount(), each.amount()));
    }

    private void measure(ScalableJob job, Instant now, PoolState state) {
        JobScaling known = jobs.get(job.id());
        if (known == null) {
            JobScaling begun =
                    new JobScaling(
                            defaults.policyOf(job.request()), defaults.settingsOf(job.request()));
            jobs.put(job.id(), begun);
            record(job, begun.start(now, job));
        } else {
            known.tick(now, job, state).ifPresent(decision -> record(job, decision));
        }
    }

    /** Gives each job its share of the pool and returns the sum. */
    private int share(List<ScalableJob> running) {
        int[] wanted = running.stream().mapToInt(job -> jobs.get(job.id()).wanted(job)).toArray();
        int[] shares = FairShares.divide(wanted, pool.capacity());
        for (int i = 0; i < shares.length; i++) {
            jobs.get(running.get(i).id()).give(shares[i]);
        }
        return Arrays.stream(shares).sum();
    }

    private void resize(Instant now, int wanted, PoolState state) {
        int next = Math.clamp(Math.max(wanted, idleWorkers), 0, pool.capacity());
        if (next > target && state.booting() == 0) {
            ordered = Optional.of(now);
        }
        target = next;
        pool.resize(target);
    }

    private void record(ScalableJob job, Decision decision) {
        LOG.info("job {}: {} workers, {}", job.id(), decision.wanted(), decision.reason());
        view.record(job.id(), decision);
    }
}
