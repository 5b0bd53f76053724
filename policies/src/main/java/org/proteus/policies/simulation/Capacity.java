package org.proteus.policies.simulation;

import java.util.List;

/**
 * How much a host does with so many tasks at once, in units of one task alone.
 *
 * @param listed capacity for 1, 2, ... tasks; the last one holds for more. Empty for the law below
 * @param serial share of the work that only one can do at a time (sigma)
 * @param crosstalk cost of agreement between each two (kappa); with {@code serial} the universal
 *     scalability law n / (1 + s(n-1) + k n(n-1)) (Gunther, Guerrilla Capacity Planning)
 * @param most tasks that fit into the memory at once; the others wait
 */
public record Capacity(List<Double> listed, double serial, double crosstalk, int most) {

    /** A host on which tasks do not disturb each other. */
    public static final Capacity FREE = new Capacity(List.of(), 0, 0, Integer.MAX_VALUE);

    public Capacity {
        listed = List.copyOf(listed);
    }

    /** Returns what {@code tasks} get done together. */
    public double of(int tasks) {
        if (tasks == 0) {
            return 0;
        }
        if (!listed.isEmpty()) {
            return listed.get(Math.min(tasks, listed.size()) - 1);
        }
        double n = tasks;
        return n / (1 + serial * (n - 1) + crosstalk * n * (n - 1));
    }
}
