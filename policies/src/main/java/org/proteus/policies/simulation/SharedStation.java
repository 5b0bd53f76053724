package org.proteus.policies.simulation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A station that serves all its customers at once, each alike (processor sharing). Its own time
 * runs as fast as one customer is served, so that the order of departures never changes. Customers
 * are workers, by index.
 */
final class SharedStation {

    private final double[] entered;
    private final double[] leaves;
    private final int[] heap;
    private int size;
    private double now;
    private double served;
    private double speed;
    private IntToDoubleFunction speeds;

    /**
     * @param speeds how fast each of so many customers is served
     */
    SharedStation(int customers, IntToDoubleFunction speeds) {
        this.entered = new double[customers];
        this.leaves = new double[customers];
        this.heap = new int[customers];
        this.speeds = speeds;
        Arrays.fill(leaves, Double.NaN);
    }

    /** Changes the speeds from now on. */
    void speeds(double time, IntToDoubleFunction other) {
        advance(time);
        speeds = other;
        speed = size == 0 ? 0 : speeds.applyAsDouble(size);
    }

    void advance(double time) {
        served += size == 0 ? 0 : (time - now) * speed;
        now = time;
    }

    int size() {
        return size;
    }

    /** Returns when the next customer leaves; infinite when there is none. */
    double next() {
        if (size == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return now + Math.max(0, leaves[heap[0]] - served) / speed;
    }

    void enter(double time, int customer, double demand) {
        advance(time);
        entered[customer] = served;
        leaves[customer] = served + demand;
        heap[size] = customer;
        rise(size++);
        speed = speeds.applyAsDouble(size);
    }

    /** Takes out the customer who leaves next. */
    int leave(double time) {
        advance(time);
        int customer = heap[0];
        served = Math.max(served, leaves[customer]);
        heap[0] = heap[--size];
        sink(0);
        speed = size == 0 ? 0 : speeds.applyAsDouble(size);
        leaves[customer] = Double.NaN;
        return customer;
    }

    boolean serves(int customer) {
        return !Double.isNaN(leaves[customer]);
    }

    /** Returns how much of its demand a customer has had, 0 to 1; 0 for one who is not here. */
    double share(int customer) {
        double demand = leaves[customer] - entered[customer];
        return demand > 0 ? Math.min(1, (served - entered[customer]) / demand) : 0;
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && before(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(child + 1, child)) {
                child++;
            }
            if (!before(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private boolean before(int left, int right) {
        return leaves[heap[left]] < leaves[heap[right]];
    }

    private void swap(int left, int right) {
        int kept = heap[left];
        heap[left] = heap[right];
        heap[right] = kept;
    }
}
