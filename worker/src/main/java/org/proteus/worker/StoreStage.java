package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.proteus.data.DataSink;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.Destination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last stage: prepares the result, commits it and publishes it. Thread-safe. */
final class StoreStage {

    private static final Logger LOG = LoggerFactory.getLogger(StoreStage.class);

    private final OpenPlaces places;
    private final ContentExchange exchange;
    private final Reports reports;
    private final Publication publication;

    StoreStage(
            OpenPlaces places, ContentExchange exchange, Reports reports, Publication publication) {
        this.places = places;
        this.exchange = exchange;
        this.reports = reports;
        this.publication = publication;
    }

    /** Stores the result of a task; when it returns nothing is left to do. */
    void store(TaskContext context, LocalObject result) throws Exception {
        context.passage().enterStore();
        context.task().leftSlot();
        switch (context.lease().destination()) {
            case Destination.Stored stored -> toSink(context, stored, result);
            case Destination.Returned returned -> toCoordinator(context, returned, result);
        }
    }

    private void toSink(TaskContext context, Destination.Stored stored, LocalObject result)
            throws Exception {
        context.undoLater(() -> discard(stored));
        Prepared prepared = prepare(context, stored, result);
        context.scratch().close();
        context.passage().stored();
        if (committed(context, stored.temporaryName(), prepared, Optional.empty())) {
            context.keep();
            publication.publish(context.task(), stored, prepared.size());
        }
    }

    private record Prepared(long size, String checksum) {}

    private Prepared prepare(TaskContext context, Destination.Stored stored, LocalObject result)
            throws Exception {
        try (OpenPlaces.Use<DataSink> use = places.sink(stored.sink(), stored.credentials());
                MeasuredStream in = measured(context, result)) {
            try {
                use.place().prepare(stored.temporaryName(), in);
            } catch (IOException failed) {
                use.broken();
                throw Failures.sink(failed);
            } catch (ProteusException explained) {
                use.broken();
                throw explained;
            }
            requireWhole(in.size(), result.size());
            return new Prepared(in.size(), in.checksum());
        }
    }

    private static void requireWhole(long stored, long size) throws TaskEndedException {
        if (stored != size) {
            throw TaskEndedException.failed(
                    ErrorCode.SINK_UNWRITABLE,
                    "the sink took " + stored + " of " + size + " bytes",
                    "try again");
        }
    }

    private void toCoordinator(
            TaskContext context, Destination.Returned returned, LocalObject result)
            throws Exception {
        long size = result.size();
        if (size > returned.maxBytes()) {
            throw TaskEndedException.refused(
                    ErrorCode.TOO_LARGE,
                    "the result has %d bytes, but only %d can be returned"
                            .formatted(size, returned.maxBytes()),
                    "name a sink for it");
        }
        try (MeasuredStream in = measured(context, result)) {
            Optional<Bytes> carried = Optional.empty();
            if (size <= returned.maxCarriedBytes()) {
                carried = Optional.of(Bytes.of(in.readAllBytes()));
            } else {
                put(context, in);
            }
            Prepared prepared = new Prepared(in.size(), in.checksum());
            context.scratch().close();
            context.passage().stored();
            committed(context, "", prepared, carried);
        }
    }

    private void put(TaskContext context, InputStream result) throws Exception {
        try {
            context.task()
                    .shielded(() -> {
                        exchange.put(context.task().key(), result);
                        return true;
                    });
        } catch (IOException failed) {
            throw Failures.sink(failed);
        }
    }

    private static MeasuredStream measured(TaskContext context, LocalObject result)
            throws IOException {
        return new MeasuredStream(result.open(), context.task(), "store", result.size());
    }

    /** Tells whether the result counts; if it does not, the temporary object is still undone. */
    private boolean committed(
            TaskContext context, String temporaryName, Prepared result, Optional<Bytes> carried)
            throws Exception {
        HeldTask task = context.task();
        task.seal();
        Commit commit =
                new Commit(
                        task.key(),
                        temporaryName,
                        result.size(),
                        result.checksum(),
                        carried,
                        context.notes().record());
        try {
            return reports.commit(commit);
        } catch (NoAnswerException unknown) {
            // It may count: then somebody publishes this very object, so it must stay.
            context.keep();
            LOG.warn("{}: not known whether its result counts; the worker ends", task.key());
            return false;
        }
    }

    /** Deletes the temporary object of this very lease, and nothing else. */
    private void discard(Destination.Stored stored) {
        try (OpenPlaces.Use<DataSink> use = places.sink(stored.sink(), stored.credentials())) {
            use.place().discard(stored.temporaryName());
        } catch (IOException | RuntimeException failed) {
            LOG.warn("cannot delete {}: {}", stored.temporaryName(), failed.toString());
        }
    }
}
