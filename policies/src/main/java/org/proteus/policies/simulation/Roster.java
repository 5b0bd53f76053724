package org.proteus.policies.simulation;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which workers are ordered, there, draining or gone, and what they have cost. */
final class Roster {

    private final double boot;
    private final double[] ordered;
    private final double[] readyAt;
    private final BitSet employed = new BitSet();
    private final BitSet draining = new BitSet();
    private final Deque<Integer> booting = new ArrayDeque<>();
    private double seconds;

    Roster(int most, double boot) {
        this.boot = boot;
        this.ordered = new double[most];
        this.readyAt = new double[most];
    }

    double nextReady() {
        return booting.isEmpty() ? Double.POSITIVE_INFINITY : readyAt[booting.peek()];
    }

    int ready(double now) {
        return booting.remove();
    }

    /** Workers that take tasks. */
    int alive() {
        return employed.cardinality() - booting.size() - draining.cardinality();
    }

    int booting() {
        return booting.size();
    }

    /** Orders workers, or lets them go: those that boot first, then idle ones; the rest drain. */
    void resize(double now, int target, BitSet idle) {
        int staying = alive() + booting.size();
        while (staying < target && !draining.isEmpty()) {
            draining.clear(draining.nextSetBit(0));
            staying++;
        }
        for (; staying < target; staying++) {
            int worker = employed.nextClearBit(0);
            employed.set(worker);
            ordered[worker] = now;
            readyAt[worker] = now + boot;
            booting.add(worker);
        }
        for (; staying > target; staying--) {
            dropOne(now, idle);
        }
    }

    private void dropOne(double now, BitSet idle) {
        if (!booting.isEmpty()) {
            end(now, booting.removeLast());
        } else if (!idle.isEmpty()) {
            int worker = idle.nextSetBit(0);
            idle.clear(worker);
            end(now, worker);
        } else {
            int worker = employed.nextSetBit(0);
            while (draining.get(worker)) {
                worker = employed.nextSetBit(worker + 1);
            }
            draining.set(worker);
        }
    }

    boolean leavesIfDraining(double now, int worker) {
        if (!draining.get(worker)) {
            return false;
        }
        draining.clear(worker);
        end(now, worker);
        return true;
    }

    private void end(double now, int worker) {
        employed.clear(worker);
        seconds += now - ordered[worker];
    }

    double dismiss(double now) {
        for (int w = employed.nextSetBit(0); w >= 0; w = employed.nextSetBit(w + 1)) {
            seconds += now - ordered[w];
        }
        employed.clear();
        return seconds;
    }
}
