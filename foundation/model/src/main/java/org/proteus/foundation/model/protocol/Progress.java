package org.proteus.foundation.model.protocol;

import java.util.Optional;

/**
 * How far a task is.
 *
 * @param key the lease
 * @param stage {@code fetch}, {@code plan}, the unit that runs, {@code store}
 * @param done work done in this stage
 * @param total work of this stage in all; 0 when unknown
 * @param measure what is counted: {@code bytes}, {@code ms}, {@code pixels}, {@code pages}
 * @param size how much work the task is; absent while only its bytes are known
 */
public record Progress(
        TaskKey key, String stage, long done, long total, String measure, Optional<WorkSize> size) {

    /** The progress of a task of which only the bytes are known. */
    public Progress(TaskKey key, String stage, long done, long total, String measure) {
        this(key, stage, done, total, measure, Optional.empty());
    }
}
