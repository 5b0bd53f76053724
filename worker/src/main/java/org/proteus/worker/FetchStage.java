package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.proteus.data.DataSource;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.Lease;

/** The first stage: brings the object here, with its checksum, and finds its type. Thread-safe. */
final class FetchStage {

    private static final int BUFFER = 128 << 10;

    private final OpenPlaces places;
    private final ContentExchange exchange;
    private final TypeDetector types;
    private final Semaphore fetching;
    private final DiskRoom disk;

    FetchStage(OpenPlaces places, WorkerParts parts, Stages stages, DiskRoom disk) {
        this.places = places;
        this.exchange = parts.exchange();
        this.types = parts.types();
        this.fetching = stages.fetching;
        this.disk = disk;
    }

    /** Fetches the object of a task. */
    LocalObject fetch(TaskContext context) throws Exception {
        Content content = context.lease().content().orElseThrow(FetchStage::nothingToFetch);
        return switch (content) {
            case Content.Carried carried -> carried(context, carried);
            case Content.Held held -> {
                InputStreamSource source = () -> exchange.open(context.task().key());
                yield streamed(context, source, held.size());
            }
            case Content.Located located -> located(context, located);
            case Content.Prepared prepared -> throw nothingToFetch();
        };
    }

    /** Returns the type of a fetched object; an empty one has no bytes that could tell it. */
    ContentType typeOf(TaskContext context, LocalObject object) throws Exception {
        Lease lease = context.lease();
        ContentType type =
                lease.detectType() && object.size() > 0
                        ? detected(context, object)
                        : lease.typeHint().orElse(ContentType.OCTET_STREAM);
        context.notes().found(type);
        return type;
    }

    /** What is in memory is laid on the disk only if its type cannot be told otherwise. */
    private ContentType detected(TaskContext context, LocalObject object) throws IOException {
        String name = context.lease().name();
        Optional<ContentType> told =
                object instanceof LocalObject.InMemory(Bytes content)
                        ? types.detect(content, name)
                        : Optional.empty();
        return told.isPresent()
                ? told.get()
                : types.detect(object.file(context.scratch(), ""), name);
    }

    private static LocalObject carried(TaskContext context, Content.Carried carried)
            throws IOException {
        LocalObject object = new LocalObject.InMemory(carried.bytes());
        try (MeasuredStream in =
                new MeasuredStream(object.open(), context.task(), "fetch", object.size())) {
            in.transferTo(OutputStream.nullOutputStream());
            context.notes().fetched(in.size(), in.checksum());
        }
        return object;
    }

    private LocalObject located(TaskContext context, Content.Located located) throws Exception {
        fetching.acquire();
        try (OpenPlaces.Use<DataSource> use =
                places.source(located.source(), located.credentials())) {
            try {
                InputStreamSource source = () -> use.place().open(located.entry());
                return copied(context, source, located.size());
            } catch (MeasuredStream.ReadFailedException | ProteusException failed) {
                use.broken();
                throw failed;
            }
        } catch (MeasuredStream.ReadFailedException failed) {
            throw Failures.source("the object", failed);
        } finally {
            fetching.release();
        }
    }

    private LocalObject streamed(TaskContext context, InputStreamSource source, long size)
            throws Exception {
        fetching.acquire();
        try {
            return copied(context, source, size);
        } catch (MeasuredStream.ReadFailedException failed) {
            throw Failures.source("the content that the coordinator holds", failed);
        } finally {
            fetching.release();
        }
    }

    /** Opens content; a failure counts as one of reading. */
    private interface InputStreamSource {
        InputStream open() throws IOException;
    }

    private LocalObject copied(TaskContext context, InputStreamSource source, long listed)
            throws Exception {
        context.passage().reserve(disk, listed);
        Path file = localFile(context);
        try (MeasuredStream in =
                new MeasuredStream(opened(source), context.task(), "fetch", listed)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(in, out);
            }
            requireWhole(in.size(), listed);
            context.notes().fetched(in.size(), in.checksum());
            return new LocalObject.InFile(file);
        } catch (MeasuredStream.ReadFailedException failed) {
            throw failed;
        } catch (IOException failed) {
            throw Failures.local(failed);
        }
    }

    private static InputStream opened(InputStreamSource source) throws IOException {
        try {
            return source.open();
        } catch (IOException failed) {
            throw new MeasuredStream.ReadFailedException(failed);
        }
    }

    private static Path localFile(TaskContext context) throws TaskEndedException {
        try {
            return context.scratch().file("object", "");
        } catch (IOException failed) {
            throw Failures.local(failed);
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    /** A connection that ends early looks like the end of the object; the listing knows better. */
    private static void requireWhole(long size, long listed) throws TaskEndedException {
        if (size < listed) {
            throw TaskEndedException.failed(
                    ErrorCode.SOURCE_UNREADABLE,
                    "only %d of %d bytes came: the transfer was cut short, or the object changed"
                                    .formatted(size, listed)
                            + " since it was listed",
                    "try again; if the object changed, submit the job anew");
        }
    }

    private static TaskEndedException nothingToFetch() {
        return TaskEndedException.failed(
                ErrorCode.INTERNAL, "the lease says of no object where it is", "");
    }
}
