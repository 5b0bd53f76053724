package org.proteus.bench.chaos.fault;

import java.time.Duration;

/**
 * One fault of a schedule.
 *
 * @param number its place in the schedule, from 1
 * @param pause how long its lane waits before it
 * @param kind what is broken
 * @param choice which of those that it can hit; taken modulo their number
 * @param lasts how long it lasts
 */
public record Fault(int number, Duration pause, FaultKind kind, int choice, Duration lasts) {

    /** Returns it as a line of the printed schedule. */
    public String text() {
        return "%4d  after %4d ms  %-18s %3d  for %5d ms"
                .formatted(number, pause.toMillis(), kind, choice, lasts.toMillis());
    }
}
