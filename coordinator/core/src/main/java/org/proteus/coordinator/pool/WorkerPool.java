package org.proteus.coordinator.pool;

/**
 * A group of workers of one kind that can grow and shrink. Thread-safe. The scaler alone calls
 * {@link #resize}; workers register with the coordinator by themselves.
 */
public interface WorkerPool extends AutoCloseable {

    /** Returns its name; workers carry it in their registration. */
    String name();

    /** Returns how many workers are running or starting. */
    int size();

    /** Returns the most workers that it can have. */
    int capacity();

    /** Returns why it has not what was asked for; empty while there is nothing to say. */
    default String note() {
        return "";
    }

    /**
     * Brings the number of workers towards a wanted one and returns at once. Growing starts
     * workers; shrinking drains idle ones first and never ends a busy one.
     *
     * @param wanted wanted number, clamped to 0..{@link #capacity()}
     */
    void resize(int wanted);

    /** Ends every worker that it started. */
    @Override
    void close();
}
