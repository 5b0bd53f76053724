package org.proteus.worker;

import java.util.function.BooleanSupplier;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tasks report when they end: commits, publications and releases, each in batches. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Batcher<Commit, CommitReply> commits;
    private final Batcher<TaskKey, Boolean> publications;
    private final Batcher<Release, Boolean> releases;

    /**
     * @param contact tells when a lease is surely gone, and with it the point of reporting
     * @param draining whether the worker ends, and cannot wait for answers as long as they take
     */
    Reports(WorkQueue queue, Contact contact, Fate fate, BooleanSupplier draining) {
        commits =
                new Batcher<>(
                        "commit",
                        queue::commit,
                        commit -> commit.carried().map(Bytes::size).orElse(0),
                        // What became of it must be known, or its temporary object would stay.
                        commit -> draining.getAsBoolean() && contact.isSilent(),
                        fate);
        publications =
                new Batcher<>(
                        "publish-report",
                        tasks -> {
                            queue.published(tasks);
                            return tasks.stream().map(task -> true).toList();
                        },
                        task -> 0,
                        task -> contact.isSilent(),
                        fate);
        releases =
                new Batcher<>(
                        "release",
                        given -> {
                            queue.release(given);
                            return given.stream().map(release -> true).toList();
                        },
                        release -> 0,
                        release -> contact.isSilent(),
                        fate);
    }

    /**
     * Commits a result.
     *
     * @return whether it counts
     * @throws NoAnswerException if that cannot be known
     */
    boolean commit(Commit commit) throws NoAnswerException {
        return commits.send(commit).accepted();
    }

    void published(TaskKey task) {
        try {
            publications.send(task);
        } catch (NoAnswerException | ProteusException unheard) {
            // Whoever gets the task next finds the object published.
            LOG.warn("{} is published but not reported: {}", task, unheard.getMessage());
        }
    }

    void release(Release release) {
        try {
            releases.send(release);
        } catch (NoAnswerException | ProteusException unheard) {
            // The lease runs out by itself.
            LOG.warn("{} is not released: {}", release.key(), unheard.getMessage());
        }
    }
}
