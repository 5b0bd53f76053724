package org.proteus.coordinator.pool.contract;

import java.io.IOException;
import java.util.Set;
import org.proteus.coordinator.pool.WorkerPool;

/** Where the workers of a pool under test live. Closing it ends whatever is still there. */
public interface WorkerSite extends AutoCloseable {

    /** Opens the pool. */
    WorkerPool open(int capacity);

    /** Returns the ids of the workers that exist now. */
    Set<String> alive();

    /** Gives a worker a task that it works on until {@link #finish}. */
    void busy(String worker);

    /** Lets a worker end its task. */
    void finish(String worker);

    /** Whether a worker was told to take no more work. */
    boolean toldToDrain(String worker);

    /** Kills a worker. */
    void kill(String worker);

    /** Lets every start fail from now on, because of a quota or for another reason. */
    void refuse(boolean becauseOfQuota);

    /** Lets starts succeed again. */
    void accept();

    /** Returns how many starts have failed. */
    int refused();

    @Override
    void close() throws IOException;

    /** Whether the place has a quota that its pool understands. */
    default boolean hasQuota() {
        return false;
    }

    /** Whether workers go on when the coordinator is killed. */
    default boolean outlivesTheCoordinator() {
        return false;
    }

    /** Forgets a pool, as if its process had been killed, and opens it anew. */
    default WorkerPool reopen(WorkerPool killed, int capacity) {
        throw new UnsupportedOperationException("its workers end with it");
    }
}
