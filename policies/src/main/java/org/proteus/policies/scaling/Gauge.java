package org.proteus.policies.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * Cuts the course of a job into windows. After each change of the number of workers it waits until
 * they are there, then until each may have completed a task and those that shall go have ended
 * theirs, so that neither boot nor warm-up is measured; those who take longer count as working. Has
 * no clock of its own; not thread-safe.
 */
public final class Gauge {

    /** A pool that has not brought the workers after so many windows and two boots hardly will. */
    private static final int PATIENCE = 10;

    /** Tasks from which their spread can be told. */
    private static final int MANY = 30;

    private static final double NANOS = 1e9;

    private final ScalingSettings settings;
    private Optional<Duration> changed = Optional.empty();
    private Optional<Sample> begun = Optional.empty();
    private Optional<Sample> there = Optional.empty();
    private Optional<Sample> last = Optional.empty();
    private int expected = -1;
    private double workerSeconds;

    /** Creates a gauge that has not measured anything. */
    public Gauge(ScalingSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the next sample.
     *
     * @param workers workers that the job has been given
     * @return the window that has ended with this sample, if one has
     */
    public Optional<Window> tick(int workers, Sample sample) {
        if (workers != expected) {
            expected = workers;
            changed = Optional.of(sample.at());
            there = Optional.empty();
            begun = Optional.empty();
        }
        if (there.isPresent() ? isUndone(there.get(), sample) : isThere(sample)) {
            there = Optional.of(sample);
        }
        last.ifPresent(before -> workerSeconds += before.working() * seconds(before, sample));
        last = Optional.of(sample);
        return there.isPresent() && isWarm(there.get(), sample)
                ? measure(sample)
                : Optional.empty();
    }

    private static boolean isUndone(Sample start, Sample sample) {
        return sample.completed() < start.completed();
    }

    private boolean isThere(Sample sample) {
        Duration boot = sample.around().boot().orElse(Duration.ZERO);
        Duration patience = settings.window().multipliedBy(PATIENCE).plus(boot.multipliedBy(2));
        return sample.workers() >= expected
                || since(changed.orElseThrow(), sample).compareTo(patience) > 0;
    }

    private Optional<Window> measure(Sample sample) {
        if (begun.isEmpty() || !sample.continues(begun.get())) {
            begin(sample);
            return Optional.empty();
        }
        Sample start = begun.get();
        Duration length = since(start.at(), sample);
        if (length.compareTo(settings.window()) < 0
                || since(changed.orElseThrow(), sample).compareTo(settings.cooldown()) < 0) {
            return Optional.empty();
        }
        Window window = window(start, sample, length);
        begin(sample);
        return Optional.of(window);
    }

    private void begin(Sample sample) {
        begun = Optional.of(sample);
        workerSeconds = 0;
    }

    private Window window(Sample start, Sample end, Duration length) {
        int workers = Math.min(expected, Math.max(end.workers(), start.workers()));
        int working = (int) Math.round(workerSeconds / seconds(start, end));
        return new Window(
                workers,
                Math.max(workers, working),
                end.rateSince(start, Math.max(workers, working), spread(end)),
                length,
                Optional.of(end.completed() - start.completed()),
                end.around().with(end.since(start)));
    }

    /** Of the tasks since the last change if these are enough: before, they took another time. */
    private Optional<Double> spread(Sample end) {
        TaskSums since = end.sums().since(there.orElseThrow().sums());
        return since.tasks() >= MANY ? since.spread() : end.sums().spread();
    }

    private static Duration since(Duration start, Sample sample) {
        return sample.at().minus(start);
    }

    private static double seconds(Sample from, Sample to) {
        return since(from.at(), to).toNanos() / NANOS;
    }

    /** The rest of tasks that take longer than two windows is no warm-up. */
    private boolean isWarm(Sample start, Sample sample) {
        boolean left = Math.round(sample.working()) <= expected;
        return (left && sample.completed() - start.completed() >= expected)
                || since(start.at(), sample).compareTo(settings.window().multipliedBy(2)) > 0;
    }
}
