package org.proteus.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Objects per second over the last half minute. Not thread-safe. */
final class RecentRate {

    private static final Duration SPAN = Duration.ofSeconds(30);

    private record Sample(Instant at, long done) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Notes how many are done, and returns the rate once there is something to compare with. */
    Optional<Double> update(Instant now, long done) {
        if (!samples.isEmpty() && done < samples.getLast().done()) {
            // Objects that changed since, or are tried again, are open once more.
            samples.clear();
        }
        samples.addLast(new Sample(now, done));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(now.minus(SPAN))) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = Duration.between(first.at(), now).toMillis() / 1000.0;
        return seconds <= 0 || done == first.done()
                ? Optional.empty()
                : Optional.of((done - first.done()) / seconds);
    }
}
