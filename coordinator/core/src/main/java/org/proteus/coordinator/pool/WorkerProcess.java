package org.proteus.coordinator.pool;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** A worker that runs as a process of this machine. */
public final class WorkerProcess {

    /** After this time a worker that is not known was known before, and may be busy. */
    private static final Duration REGISTERED = Duration.ofMinutes(1);

    private final String id;
    private final Process process;
    private final long started = System.nanoTime();
    private boolean draining;

    /**
     * Wraps a process that has just been started.
     *
     * @param id the id under which the worker registers
     */
    public WorkerProcess(String id, Process process) {
        this.id = id;
        this.process = process;
    }

    String id() {
        return id;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    boolean draining() {
        return draining;
    }

    /**
     * It shall finish what it has, however long that takes, and end. Repeating it is harmless: one
     * that cannot be told now is told later. One that has not registered yet has nothing to finish.
     */
    void letGo(WorkerOrders orders) {
        draining = true;
        try {
            orders.drain(id);
        } catch (ProteusException failure) {
            boolean unknown = failure.problem().code() == ErrorCode.NOT_FOUND;
            if (unknown && age().compareTo(REGISTERED) < 0) {
                process.destroy();
            }
        }
    }

    /** It shall finish what it has within its drain time, and end (SIGTERM). */
    void hurry() {
        draining = true;
        process.destroy();
    }

    /** Waits for its end, and ends it by force when the time is over. */
    void end(Duration atMost) {
        try {
            if (!process.waitFor(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
