package org.proteus.bench.chaos.fault;

import org.proteus.bench.chaos.cluster.Machines;

/** What can be broken. */
public enum FaultKind {
    /** {@code kill -9} of a program that a worker runs. */
    KILL_CHILD,
    /** {@code kill -9} of a worker, which comes back a little later. */
    KILL_WORKER,
    /** {@code kill -9} of a coordinator, which comes back a little later. */
    KILL_COORDINATOR,
    /** A worker stands still for longer than its leases last. */
    FREEZE_WORKER,
    /** The same, for a worker that has committed and not yet published. */
    FREEZE_PUBLISHER,
    /** A coordinator stands still for longer than leases last. */
    FREEZE_COORDINATOR,
    /** The database crashes and comes back. */
    CRASH_DATABASE,
    /** A worker or a coordinator is cut from everybody. */
    CUT_NETWORK,
    /** The disk of the sinks, or that of a worker, is full. */
    FILL_DISK,
    /** Writing to the sinks stalls again and again. */
    SLOW_SINK;

    /** Whether it can be done to these machines. */
    boolean fits(Machines machines) {
        return switch (this) {
            case CUT_NETWORK -> machines.ground().hasNetwork();
            case FILL_DISK, SLOW_SINK -> machines.ground().sinkDisk().isPresent();
            default -> true;
        };
    }

    /** Whether requests may go unanswered meanwhile. */
    boolean touchesCoordinators() {
        return switch (this) {
            case KILL_COORDINATOR, FREEZE_COORDINATOR, CRASH_DATABASE, CUT_NETWORK -> true;
            default -> false;
        };
    }
}
