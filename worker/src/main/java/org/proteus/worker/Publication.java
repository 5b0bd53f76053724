package org.proteus.worker;

import java.io.IOException;
import java.util.List;
import org.proteus.data.DataSink;
import org.proteus.data.TemporaryGoneException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives committed objects their final names and reports it. Thread-safe. */
final class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    /** A sink that hiccups is tried a few times; then the task goes to whoever takes it next. */
    private static final int MOST_ATTEMPTS = 4;

    private final OpenPlaces places;
    private final Reports reports;

    Publication(OpenPlaces places, Reports reports) {
        this.places = places;
        this.reports = reports;
    }

    /** Publishes an object that was committed; the task must be sealed. */
    void publish(HeldTask task, Destination.Stored stored, long size) throws Exception {
        task.progress("store", size, size, "bytes");
        Backoff backoff = new Backoff();
        while (true) {
            try {
                once(stored, size);
                break;
            } catch (TemporaryGoneException gone) {
                throw new TaskEndedException(
                        Release.Outcome.TEMPORARY_GONE,
                        Problem.of(ErrorCode.SINK_UNWRITABLE, gone.getMessage()),
                        gone);
            } catch (IOException failed) {
                if (backoff.attempts() + 1 >= MOST_ATTEMPTS) {
                    throw Failures.sink(failed);
                }
                LOG.warn("{}: publishing failed, trying again: {}", task.key(), failed.toString());
            }
            backoff.pause();
        }
        discardEarlier(stored);
        reports.published(task.key());
    }

    /** Deletes what lost leases left in the sink; under this lease it can never count. */
    void discardEarlier(Destination.Stored stored) {
        List<String> names = EarlierTemporaries.of(stored.temporaryName());
        if (names.isEmpty()) {
            return;
        }
        try (OpenPlaces.Use<DataSink> use = places.sink(stored.sink(), stored.credentials())) {
            for (String name : names) {
                use.place().discard(name);
            }
        } catch (IOException | RuntimeException failed) {
            LOG.warn("cannot delete what lost workers left in the sink: {}", failed.toString());
        }
    }

    private void once(Destination.Stored stored, long size) throws IOException {
        try (OpenPlaces.Use<DataSink> use = places.sink(stored.sink(), stored.credentials())) {
            try {
                use.place().publish(stored.temporaryName(), stored.finalName(), size);
            } catch (TemporaryGoneException gone) {
                throw gone;
            } catch (IOException failed) {
                use.broken();
                throw failed;
            }
        }
    }
}
