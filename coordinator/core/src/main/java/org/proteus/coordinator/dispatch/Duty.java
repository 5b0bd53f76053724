package org.proteus.coordinator.dispatch;

/** What one of several coordinators does in the background for all. */
public enum Duty {
    /** Takes back leases that ran out. */
    EXPIRY,
    /** Cancels jobs whose deadline has passed. */
    DEADLINES,
    /** Removes jobs that ended long ago, and what removed jobs leave behind. */
    RETENTION,
    /** Deletes what lost workers left in sinks. */
    LEFTOVERS,
    /** Makes and ends the machines of pools. */
    POOLS
}
