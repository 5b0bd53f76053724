package org.proteus.foundation.model.protocol;

import java.util.List;

/**
 * Where workers get their work. The coordinator implements it; its REST resource and the worker's
 * HTTP client are thin adapters; inside one process a worker is handed the object itself.
 *
 * <p>Thread-safe. Every method may throw {@link org.proteus.foundation.model.ProteusException}; a
 * worker keeps what it has and tries again unless the problem is its own ({@code UNAUTHORIZED},
 * {@code BAD_REQUEST}).
 */
public interface WorkQueue {

    /** Announces a worker or replaces what it announced before. */
    Registered register(WorkerRegistration registration);

    /** Returns the programs that users have published, which a worker need not have heard of. */
    PublishedPrograms programs();

    /** Replaces what a registered worker offers; nothing else of it changes. */
    void offer(WorkerOffers offers);

    /**
     * Hands out tasks; waits up to the time asked for when there are none.
     *
     * @return at most as many leases as asked for; empty when the time ran out or the worker shall
     *     drain
     * @throws InterruptedException if the waiting thread is interrupted; nothing is leased then
     */
    List<Lease> lease(LeaseRequest request) throws InterruptedException;

    /** Chooses the steps for a leased object whose type is now known. */
    PlanReply plan(PlanRequest request);

    /** Keeps all leases of a worker alive, brings progress, and fetches orders. */
    HeartbeatReply heartbeat(Heartbeat heartbeat);

    /**
     * Makes prepared results the results of their tasks, each if and only if the token is still the
     * current one. A task committed with a temporary name must then be published and reported with
     * {@link #published(List)}; a task without one is done.
     *
     * @return one reply per commit, in order
     */
    List<CommitReply> commit(List<Commit> commits);

    /** Reports results that now stand under their final names; repeating it is harmless. */
    void published(List<TaskKey> tasks);

    /** Gives leased tasks back undone; a stale token is ignored. */
    void release(List<Release> releases);

    /** Says that a worker ends; what it still holds is treated as returned. */
    void deregister(String worker);
}
