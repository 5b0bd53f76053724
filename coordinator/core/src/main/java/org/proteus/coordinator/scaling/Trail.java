package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.proteus.policies.scaling.Rate;
import org.proteus.policies.scaling.Sample;

/**
 * The last samples of a job, as far back as a window is long: how fast it goes, whether its workers
 * changed meanwhile or not. Not thread-safe.
 */
final class Trail {

    private final Duration window;
    private final Deque<Sample> samples = new ArrayDeque<>();

    Trail(Duration window) {
        this.window = window;
    }

    void add(Sample sample) {
        if (!samples.isEmpty() && !sample.continues(samples.getLast())) {
            samples.clear();
        }
        samples.addLast(sample);
        while (sample.at().minus(samples.getFirst().at()).compareTo(window) > 0) {
            samples.removeFirst();
        }
    }

    /** Returns the rate over the window that ends now; absent while there is only one sample. */
    Optional<Rate> rate() {
        if (samples.isEmpty()
                || !samples.getLast().at().minus(samples.getFirst().at()).isPositive()) {
            return Optional.empty();
        }
        Sample now = samples.getLast();
        return Optional.of(now.rateSince(samples.getFirst(), now.workers(), now.sums().spread()));
    }
}
