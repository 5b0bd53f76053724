package org.proteus.coordinator.routine;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one thing every so often, in a thread of its own, until it is closed. A turn that fails is
 * logged, and the next one tries again: the database may be back by then. Thread-safe.
 */
public final class Routine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Routine.class);
    private static final long LONGEST_END_SECONDS = 10;

    private final String name;
    private final Runnable turn;
    private final ScheduledExecutorService clock;

    /**
     * Creates a routine that does nothing yet.
     *
     * @param name what it is, for the log and its thread
     * @param turn what it does
     */
    public Routine(String name, Runnable turn) {
        this.name = name;
        this.turn = turn;
        this.clock =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Takes a turn every so often, counted from the end of the one before. */
    public void start(Duration every) {
        ScheduledFuture<?> _ =
                clock.scheduleWithFixedDelay(
                        this::turnOrLog, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void turnOrLog() {
        try {
            turn.run();
        } catch (RuntimeException failure) {
            LOG.warn("{} failed this time: {}", name, failure.getMessage());
            LOG.debug("the failure", failure);
        }
    }

    /** Whether it was closed; a long turn stops then. */
    public boolean isClosed() {
        return clock.isShutdown();
    }

    /** Takes no further turn; waits for the one under way, which is not interrupted. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("{} does not end", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
