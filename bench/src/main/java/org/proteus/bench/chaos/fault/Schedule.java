package org.proteus.bench.chaos.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * An endless schedule of faults: the same for the same seed, kinds and lease. The kinds come in
 * turns, each turn shuffled, so that all of them are met about as often. Used by one thread at a
 * time.
 */
public final class Schedule {

    private static final int MOST_CHOICES = 1000;
    private static final int LONGEST_PAUSE = 1000;

    private final SplittableRandom random;
    private final List<FaultKind> kinds;
    private final long lease;
    private final List<FaultKind> turn = new ArrayList<>();
    private int number;

    /**
     * @param kinds what may be broken
     * @param lease how long a lease lasts
     */
    public Schedule(long seed, List<FaultKind> kinds, Duration lease) {
        this.random = new SplittableRandom(seed);
        this.kinds = List.copyOf(kinds);
        this.lease = lease.toMillis();
    }

    /** Returns the next fault. */
    public synchronized Fault next() {
        if (turn.isEmpty()) {
            turn.addAll(kinds);
            Collections.shuffle(turn, new Random(random.nextLong()));
        }
        FaultKind kind = turn.removeLast();
        return new Fault(
                ++number,
                Duration.ofMillis(random.nextInt(LONGEST_PAUSE)),
                kind,
                random.nextInt(MOST_CHOICES),
                Duration.ofMillis(lasts(kind)));
    }

    private long lasts(FaultKind kind) {
        return switch (kind) {
            case KILL_CHILD -> 0;
            case KILL_WORKER, KILL_COORDINATOR, CRASH_DATABASE -> random.nextLong(3000);
            case FREEZE_WORKER, FREEZE_PUBLISHER, FREEZE_COORDINATOR ->
                    lease + random.nextLong(lease / 2);
            case CUT_NETWORK -> lease / 3 + random.nextLong(lease * 3 / 2);
            case FILL_DISK -> 500 + random.nextLong(4000);
            case SLOW_SINK -> 2000 + random.nextLong(4000);
        };
    }
}
