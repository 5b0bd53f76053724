package org.proteus.coordinator.pool.machine;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * When the next machine may be asked for: at once while all goes well; after a growing pause when
 * the provider makes none, and after a longer one when machines do not become workers, because they
 * cost something; after a fixed one when a quota is met. Thread-safe.
 */
final class Attempts {

    private final Duration quotaPause;
    private final GrowingPause making;
    private final GrowingPause booting;
    private String noMachine = "";
    private String noWorker = "";

    /**
     * Creates them, without a pause.
     *
     * @param nanos a clock as {@link System#nanoTime} is one
     */
    Attempts(Duration quotaPause, LongSupplier nanos) {
        this.quotaPause = quotaPause;
        this.making = new GrowingPause(Duration.ofMillis(500), Duration.ofMinutes(1), nanos);
        this.booting = new GrowingPause(Duration.ofSeconds(5), Duration.ofMinutes(10), nanos);
    }

    synchronized boolean allowed() {
        return making.isOver() && booting.isOver();
    }

    /** Returns why there is a pause or was one; empty while all goes well. */
    synchronized String note() {
        return Stream.of(noMachine, noWorker)
                .filter(note -> !note.isEmpty())
                .collect(joining("; "));
    }

    /** The provider has made a machine; whether that becomes a worker is another question. */
    synchronized void made() {
        making.succeeded();
        noMachine = "";
    }

    /** The provider has made no machine. */
    synchronized void notMade(MachineException failure) {
        if (failure.reason() == MachineException.Reason.QUOTA) {
            noMachine = "quota reached: " + failure.getMessage();
            making.last(quotaPause);
        } else {
            notMade(failure.getMessage());
        }
    }

    /** The provider has made no machine, as far as it says. */
    synchronized void notMade(String why) {
        noMachine = "no machine can be made: " + why;
        making.failed();
    }

    /** A machine has become a worker. */
    synchronized void joined() {
        booting.succeeded();
        noWorker = "";
    }

    /** A machine was made that does not become a worker. */
    synchronized void notJoined(String why) {
        noWorker = why;
        booting.failed();
    }
}
