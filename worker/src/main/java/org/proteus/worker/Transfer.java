package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.proteus.data.DataSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.ContentExchange;

/** Brings single objects here, with their checksums, so many at once as allowed. Thread-safe. */
final class Transfer {

    private static final int BUFFER = 128 << 10;

    private final OpenPlaces places;
    private final ContentExchange exchange;
    private final Semaphore fetching;

    Transfer(OpenPlaces places, ContentExchange exchange, Semaphore fetching) {
        this.places = places;
        this.exchange = exchange;
        this.fetching = fetching;
    }

    /** Something fetched. */
    record Fetched(LocalObject object, long size, String checksum) {}

    /**
     * Fetches one object.
     *
     * @param file name of its file in the task's folder
     */
    Fetched fetch(TaskContext context, String file, Content content) throws Exception {
        return switch (content) {
            case Content.Carried carried -> carried(context, file, carried);
            case Content.Held held -> {
                InputStreamSource source = () -> exchange.open(context.task().key());
                yield streamed(context, file, source, held.size());
            }
            case Content.Located located -> located(context, file, located);
            case Content.Prepared prepared -> throw nothingToFetch();
        };
    }

    private static Fetched carried(TaskContext context, String file, Content.Carried carried)
            throws IOException {
        LocalObject object = new LocalObject.InMemory(carried.bytes(), file);
        try (MeasuredStream in =
                new MeasuredStream(object.open(), context.task(), "fetch", object.size())) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Fetched(object, in.size(), in.checksum());
        }
    }

    private Fetched located(TaskContext context, String file, Content.Located located)
            throws Exception {
        fetching.acquire();
        try (OpenPlaces.Use<DataSource> use =
                places.source(located.source(), located.credentials())) {
            try {
                InputStreamSource source = () -> use.place().open(located.entry());
                return copied(context, file, source, located.size());
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

    private Fetched streamed(TaskContext context, String file, InputStreamSource source, long size)
            throws Exception {
        fetching.acquire();
        try {
            return copied(context, file, source, size);
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

    private static Fetched copied(
            TaskContext context, String name, InputStreamSource source, long listed)
            throws Exception {
        Path file = localFile(context, name);
        try (MeasuredStream in =
                new MeasuredStream(opened(source), context.task(), "fetch", listed)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(in, out);
            }
            requireWhole(in.size(), listed);
            return new Fetched(new LocalObject.InFile(file), in.size(), in.checksum());
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

    private static Path localFile(TaskContext context, String name) throws TaskEndedException {
        try {
            return context.scratch().file(name, "");
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

    static TaskEndedException nothingToFetch() {
        return TaskEndedException.failed(
                ErrorCode.INTERNAL, "the lease says of no object where it is", "");
    }
}
