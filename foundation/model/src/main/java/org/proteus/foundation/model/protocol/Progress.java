package org.proteus.foundation.model.protocol;

/**
 * How far a task is.
 *
 * @param key the lease
 * @param stage {@code fetch}, {@code plan}, the unit that runs, {@code store}
 * @param done work done in this stage
 * @param total work of this stage in all; 0 when unknown
 * @param measure what is counted: {@code bytes}, {@code ms}, {@code pixels}, {@code pages}
 */
public record Progress(TaskKey key, String stage, long done, long total, String measure) {}
