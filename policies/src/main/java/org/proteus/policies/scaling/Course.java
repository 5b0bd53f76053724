package org.proteus.policies.scaling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The course of one job: its windows so far, and how many workers its policy wants. The same for a
 * running job and a simulated one. Not thread-safe.
 */
public final class Course {

    private final ScalingPolicy policy;
    private final ScalingSettings settings;
    private final Gauge gauge;
    private final List<Window> windows = new ArrayList<>();
    private int wanted;

    /** Creates the course of a job that has not begun. */
    public Course(ScalingPolicy policy, ScalingSettings settings) {
        this.policy = policy;
        this.settings = settings;
        this.gauge = new Gauge(settings);
    }

    /** Returns the verdict on how many workers the job begins with, within its limits. */
    public Verdict start() {
        return taken(policy.start(settings));
    }

    /**
     * Goes on measuring.
     *
     * @param workers workers that the job has been given, which may be fewer than wanted
     * @return the verdict, within the job's limits, if a window has ended with this sample
     */
    public Optional<Verdict> tick(int workers, Sample sample) {
        Optional<Window> window = gauge.tick(workers, sample);
        window.ifPresent(this::add);
        return window.map(
                ended -> taken(policy.decide(settings, Collections.unmodifiableList(windows))));
    }

    /** Rates in another unit cannot be compared: they are forgotten. */
    private void add(Window window) {
        String measure = window.rate().measure();
        if (lastWindow().filter(last -> !last.rate().measure().equals(measure)).isPresent()) {
            windows.clear();
        }
        windows.add(window);
    }

    private Verdict taken(Verdict verdict) {
        wanted = settings.clamp(verdict.workers());
        return new Verdict(wanted, verdict.reason(), verdict.ratio());
    }

    /** Returns the wanted number of workers. */
    public int wanted() {
        return wanted;
    }

    /** Returns the last window, if there is one. */
    public Optional<Window> lastWindow() {
        return windows.isEmpty() ? Optional.empty() : Optional.of(windows.getLast());
    }

    /** Returns the id of the policy. */
    public String policy() {
        return policy.id();
    }
}
