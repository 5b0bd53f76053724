package org.proteus.coordinator.server.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.server.WaitingClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of one job for one client: {@code job} with the whole view whenever it changed, at
 * most once a second, and {@code decision}, numbered from 1. All is read from the database, so it
 * does not matter which coordinator is asked. Not thread-safe.
 */
final class JobEvents {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);

    private static final Duration RECONNECT = Duration.ofSeconds(2);

    /** Proxies cut off what is silent for long. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** A client that wants more connects again by itself. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Jobs jobs;
    private final String job;
    private final EventWriter events;
    private long seen;
    private Optional<JobView> sent = Optional.empty();

    /**
     * @param seen how many decisions the client has seen before
     */
    JobEvents(Jobs jobs, String job, long seen, EventWriter events) {
        this.jobs = jobs;
        this.job = job;
        this.seen = seen;
        this.events = events;
    }

    /**
     * Sends events until the job has ended, the client is gone, or the service stops.
     *
     * @throws IOException if the client is gone
     */
    void follow(WaitingClient client) throws IOException {
        events.reconnectAfter(RECONNECT);
        try {
            if (!send().state().isFinal()) {
                client.inSlices(LONGEST, this::next);
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (ProteusException over) {
            // The answer has begun: all that is left is to end it. The client asks again.
            LOG.debug("the events of job {} end: {}", job, over.getMessage());
        }
    }

    /** Waits, then sends what is new; returns the job once it has ended. */
    private Optional<JobView> next(Duration atMost) throws InterruptedException {
        jobs.await(job, atMost);
        try {
            JobView now = send();
            events.heartbeat(SILENCE);
            return Optional.of(now).filter(view -> view.state().isFinal());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** What was decided before the job ended is sent before its end. */
    private JobView send() throws IOException {
        JobView now = jobs.show(job);
        for (Decision decision : jobs.decisions(job, seen)) {
            events.event("decision", ++seen, decision);
        }
        if (!sent.equals(Optional.of(now))) {
            events.event("job", now);
            sent = Optional.of(now);
        }
        return now;
    }
}
