package org.proteus.coordinator.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** The tasks that are held in memory, as the dispatcher sees them. Thread-safe. */
public interface InstantQueue {

    /** Job part of the ids of tasks held in memory. */
    String JOB = "instant";

    /** Whether a task is one of these. */
    static boolean owns(TaskKey key) {
        return key.task().startsWith(JOB + "/");
    }

    /** Leases what waits; returns at once. */
    List<Lease> lease(WorkerRegistration worker, int max);

    /** Chooses the steps for a leased task. */
    PlanReply plan(PlanRequest request);

    /** Keeps the leases of a worker alive; the reply holds only tasks of this queue. */
    HeartbeatReply heartbeat(Heartbeat heartbeat);

    /** Takes a result if its token is the current one. */
    boolean commit(Commit commit);

    /** Takes a task back. */
    void release(Release release);

    /** Opens the object of a leased task. */
    InputStream open(TaskKey key) throws IOException;

    /** Keeps the result of a leased task until it is committed. */
    void put(TaskKey key, InputStream result) throws IOException;

    /** Returns the worker that holds a lease. */
    Optional<String> holder(TaskKey key);

    /** Treats every task of a worker that is gone as lost. */
    void lost(String worker);
}
