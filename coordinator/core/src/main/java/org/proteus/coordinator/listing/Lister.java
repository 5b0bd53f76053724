package org.proteus.coordinator.listing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.dispatch.JobBoard;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.foundation.model.job.JobState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins the listing of every job that nobody lists, and keeps the listings of this coordinator its
 * own. Thread-safe.
 */
public final class Lister implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lister.class);

    private final CoordinatorSettings settings;
    private final Database database;
    private final JobBoard board;
    private final SourceListing listing;
    private final String id = Ids.random();
    private final Map<String, Thread> running = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Creates a lister that does nothing yet. */
    public Lister(
            CoordinatorSettings settings,
            Database database,
            JobBoard board,
            SourceListing listing) {
        this.settings = settings;
        this.database = database;
        this.board = board;
        this.listing = listing;
    }

    /** Looks for listings to begin, and keeps those under way. */
    public void look() {
        for (JobRow job : board.active()) {
            if (!job.listed() && job.state() == JobState.RUNNING && !closed) {
                begin(job.id());
            }
        }
    }

    private synchronized void begin(String job) {
        long held = settings.lease().toMillis();
        boolean mine = database.brieflyWrite(h -> ListingRows.hold(h, job, id, held));
        if (mine && !closed && !running.containsKey(job)) {
            Thread thread = Thread.ofVirtual().name("listing " + job).unstarted(() -> list(job));
            running.put(job, thread);
            thread.start();
        }
    }

    private void list(String job) {
        try {
            listing.list(job, id, () -> closed);
        } catch (InterruptedException closing) {
            LOG.debug("the listing of job {} goes on when the coordinator starts again", job);
        } catch (RuntimeException failure) {
            // It begins again from the stored cursor; an interrupt may have met the database.
            if (!closed) {
                LOG.warn("the listing of job {} broke off: {}", job, failure.getMessage());
            }
            LOG.debug("the failure", failure);
        } finally {
            running.remove(job);
        }
    }

    /** Ends the listings of this coordinator where they are, free for any other. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : running.values()) {
            thread.interrupt();
            try {
                thread.join(java.time.Duration.ofSeconds(10));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        database.brieflyWrite(handle -> ListingRows.free(handle, id));
    }
}
