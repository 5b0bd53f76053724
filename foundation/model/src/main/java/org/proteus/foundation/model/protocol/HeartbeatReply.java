package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * Orders for a worker.
 *
 * @param known whether the coordinator knows this worker; if not it must register again
 * @param drain whether it shall finish what it has, take no more and end
 * @param suspend whether it shall stop its programs where they are and take no more, until this is
 *     false again; it keeps its leases by its heartbeats
 * @param cancelled leases to stop because their job was cancelled
 * @param lost leases that are no longer valid; their work is dropped
 * @param wanted leases that another worker, which has nothing to do, could begin with at once; each
 *     is given back if it would wait here for longer than was spent on it. While there are any the
 *     worker fetches nothing ahead.
 * @param programs edition of the published programs; a worker that knows another asks for them
 */
public record HeartbeatReply(
        boolean known,
        boolean drain,
        boolean suspend,
        List<TaskKey> cancelled,
        List<TaskKey> lost,
        List<TaskKey> wanted,
        long programs) {

    public HeartbeatReply {
        cancelled = List.copyOf(cancelled);
        lost = List.copyOf(lost);
        wanted = List.copyOf(wanted);
    }
}
