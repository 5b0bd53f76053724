package org.proteus.foundation.model.protocol;

import java.util.Objects;

/**
 * A lease of a task, as a worker names it.
 *
 * @param task id of the task: {@code job/seq/n}
 * @param token fencing token, raised by each lease of the task
 */
public record TaskKey(String task, long token) {

    public TaskKey {
        Objects.requireNonNull(task, "task is null");
    }
}
