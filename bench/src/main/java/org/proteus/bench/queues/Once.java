package org.proteus.bench.queues;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Counts how often each element ran. Thread-safe. */
final class Once {

    private static final long LONGEST_MINUTES = 10;

    private final AtomicIntegerArray runs;
    private final CountDownLatch open;

    Once(int elements) {
        runs = new AtomicIntegerArray(elements);
        open = new CountDownLatch(elements);
    }

    /** Notes that an element has run. */
    void ran(int element) {
        runs.incrementAndGet(element);
        open.countDown();
    }

    /** Waits until as many runs have been noted as there are elements. */
    void await() throws InterruptedException {
        if (!open.await(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException(open.getCount() + " elements did not run");
        }
    }

    /** Fails unless each has run exactly once. */
    void require() {
        for (int element = 0; element < runs.length(); element++) {
            if (runs.get(element) != 1) {
                throw new IllegalStateException(
                        "element " + element + " ran " + runs.get(element) + " times");
            }
        }
    }
}
