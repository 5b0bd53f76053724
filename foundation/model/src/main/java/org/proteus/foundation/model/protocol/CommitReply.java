package org.proteus.foundation.model.protocol;

/**
 * The answer to a {@link Commit}.
 *
 * @param key the lease
 * @param accepted whether this result counts; if not the worker deletes its own temporary object
 *     and nothing else
 */
public record CommitReply(TaskKey key, boolean accepted) {}
