package org.proteus.policies.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How large the objects of a job are. Within a range all sizes are equally likely.
 *
 * @param ranges the ranges with their weights; at least one
 */
public record Sizes(List<Range> ranges) {

    /**
     * A range of sizes.
     *
     * @param weight how often, beside the other ranges
     * @param from smallest size in bytes
     * @param to largest size in bytes
     */
    public record Range(double weight, double from, double to) {}

    public Sizes {
        ranges = List.copyOf(ranges);
    }

    /** Returns sizes that are all the same. */
    public static Sizes all(double bytes) {
        return new Sizes(List.of(new Range(1, bytes, bytes)));
    }

    /** Returns the mean size in bytes. */
    public double mean() {
        double sum = ranges.stream().mapToDouble(r -> r.weight() * (r.from() + r.to()) / 2).sum();
        return sum / weights();
    }

    private double weights() {
        return ranges.stream().mapToDouble(Range::weight).sum();
    }

    double next(RandomGenerator random) {
        if (ranges.size() == 1 && ranges.getFirst().from() == ranges.getFirst().to()) {
            return ranges.getFirst().from();
        }
        double at = random.nextDouble() * weights();
        for (Range range : ranges) {
            if (at < range.weight()) {
                return range.from() + (range.to() - range.from()) * at / range.weight();
            }
            at -= range.weight();
        }
        return ranges.getLast().to();
    }
}
