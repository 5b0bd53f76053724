package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.proteus.data.DataSource;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.PartnerRecord;

/**
 * The first stage: brings the object and those that belong to it here, with their checksums, and
 * finds their types. Thread-safe.
 */
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

    /** Something to fetch, and the name of its file here. */
    private record Wanted(
            String file, String name, Optional<ContentType> typeHint, Content content) {}

    /** Something fetched. */
    private record Fetched(LocalObject object, long size, String checksum) {}

    /** Fetches the object of a task and those that belong to it, and finds their types. */
    Holding fetch(TaskContext context) throws Exception {
        Lease lease = context.lease();
        Content content = lease.content().orElseThrow(FetchStage::nothingToFetch);
        context.passage().reserve(disk, listedSize(lease, content));
        Wanted main = new Wanted("object", lease.name(), lease.typeHint(), content);
        Fetched object = fetch(context, main);
        context.notes().fetched(object.size(), object.checksum());
        ContentType type = typeOf(context, main, object);
        context.notes().found(type);
        return new Holding(object.object(), type, partners(context), List.of());
    }

    /** Room is taken for all at once: whoever holds some and waits for more would block others. */
    private static long listedSize(Lease lease, Content main) {
        return Stream.concat(Stream.of(main), lease.partners().stream().map(Partner::content))
                .mapToLong(content ->
                        switch (content) {
                            case Content.Located located -> Math.max(0, located.size());
                            case Content.Held held -> held.size();
                            case Content.Carried _, Content.Prepared _ -> 0;
                        })
                .sum();
    }

    private List<HeldPartner> partners(TaskContext context) throws Exception {
        List<HeldPartner> partners = new ArrayList<>();
        for (Partner partner : context.lease().partners()) {
            Wanted wanted =
                    new Wanted(
                            "partner" + (partners.size() + 1),
                            partner.name(),
                            partner.typeHint(),
                            partner.content());
            Fetched fetched = fetch(context, wanted);
            if (fetched.size() == 0) {
                throw TaskEndedException.refused(
                        ErrorCode.BROKEN_OBJECT,
                        "'" + partner.name() + "', which belongs to the object, is empty",
                        "check where it comes from");
            }
            ContentType type = typeOf(context, wanted, fetched);
            context.notes()
                    .fetchedPartner(
                            new PartnerRecord(
                                    partner.name(), type, fetched.size(), fetched.checksum()));
            partners.add(new HeldPartner(fetched.object(), type, partner.name()));
        }
        return List.copyOf(partners);
    }

    private Fetched fetch(TaskContext context, Wanted wanted) throws Exception {
        return switch (wanted.content()) {
            case Content.Carried carried -> carried(context, wanted.file(), carried);
            case Content.Held held -> {
                InputStreamSource source = () -> exchange.open(context.task().key());
                yield streamed(context, wanted.file(), source, held.size());
            }
            case Content.Located located -> located(context, wanted.file(), located);
            case Content.Prepared prepared -> throw nothingToFetch();
        };
    }

    /** Returns the type of a fetched object; an empty one has no bytes that could tell it. */
    private ContentType typeOf(TaskContext context, Wanted wanted, Fetched fetched)
            throws Exception {
        return context.lease().detectType() && fetched.size() > 0
                ? detected(context, wanted, fetched)
                : wanted.typeHint().orElse(ContentType.OCTET_STREAM);
    }

    /** What is in memory is laid on the disk only if its type cannot be told otherwise. */
    private ContentType detected(TaskContext context, Wanted wanted, Fetched fetched)
            throws IOException {
        Optional<ContentType> told =
                fetched.object() instanceof LocalObject.InMemory(Bytes content, String _)
                        ? types.detect(content, wanted.name())
                        : Optional.empty();
        return told.isPresent()
                ? told.get()
                : types.detect(fetched.object().file(context.scratch(), ""), wanted.name());
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

    private static TaskEndedException nothingToFetch() {
        return TaskEndedException.failed(
                ErrorCode.INTERNAL, "the lease says of no object where it is", "");
    }
}
