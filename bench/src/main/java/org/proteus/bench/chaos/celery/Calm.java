package org.proteus.bench.chaos.celery;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Knows when nothing goes on any more. Used by one thread, when there are no faults any more. */
final class Calm {

    /** Longer than a task waits before it is tried again. */
    private static final Duration STILL = Duration.ofSeconds(15);

    /** Longer than anything takes that goes on by itself, but for a broker's patience. */
    private static final Duration STUCK = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final long LOOK_MILLIS = 1000;

    private final CeleryCluster cluster;
    private final Submitter submitter;
    private final Backend backend;

    Calm(CeleryCluster cluster, Submitter submitter, Backend backend) {
        this.cluster = cluster;
        this.submitter = submitter;
        this.backend = backend;
    }

    /**
     * Waits until every task has an outcome and all is still, or nothing has moved for a minute.
     *
     * @return how many tasks have no outcome then
     */
    long await(List<CeleryTask> tasks) throws IOException, SQLException, InterruptedException {
        long begin = System.nanoTime();
        long moved = begin;
        long last = -1;
        while (true) {
            Thread.sleep(LOOK_MILLIS);
            long now = System.nanoTime();
            long unended = CeleryChecker.unended(tasks, backend.statuses());
            int waiting = submitter.waiting();
            long state = cluster.journals().size() - unended - waiting;
            if (state != last) {
                last = state;
                moved = now;
            }
            Duration patience = unended == 0 && waiting == 0 ? STILL : STUCK;
            if (now - moved > patience.toNanos() || now - begin > LONGEST.toNanos()) {
                return unended;
            }
        }
    }
}
