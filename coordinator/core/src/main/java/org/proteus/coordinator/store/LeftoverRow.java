package org.proteus.coordinator.store;

/**
 * A temporary object that may lie in a sink.
 *
 * @param task whose it is
 * @param token the lease under which it was written
 * @param looked how often it was looked for
 */
public record LeftoverRow(TaskId task, long token, int looked) {

    /** Returns the name that it has in the sink. */
    public String temporaryName() {
        return task.temporaryName(token);
    }
}
