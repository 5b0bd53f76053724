package org.proteus.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.PartnerRecord;

/**
 * The first stage: brings the object and those that belong to it here, with their checksums, and
 * finds their types. Thread-safe.
 */
final class FetchStage {

    private final Transfer transfer;
    private final TypeDetector types;
    private final DiskRoom disk;

    FetchStage(OpenPlaces places, WorkerParts parts, Stages stages, DiskRoom disk) {
        this.transfer = new Transfer(places, parts.exchange(), stages.fetching);
        this.types = parts.types();
        this.disk = disk;
    }

    /** Something to fetch, and the name of its file here. */
    private record Wanted(
            String file, String name, Optional<ContentType> typeHint, Content content) {}

    /** Fetches the object of a task and those that belong to it, and finds their types. */
    Holding fetch(TaskContext context) throws Exception {
        Lease lease = context.lease();
        Content content = lease.content().orElseThrow(Transfer::nothingToFetch);
        context.passage().reserve(disk, listedSize(lease, content));
        Wanted main = new Wanted("object", lease.name(), lease.typeHint(), content);
        Transfer.Fetched object = transfer.fetch(context, main.file(), content);
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
            Transfer.Fetched fetched = transfer.fetch(context, wanted.file(), wanted.content());
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

    /** Returns the type of a fetched object; an empty one has no bytes that could tell it. */
    private ContentType typeOf(TaskContext context, Wanted wanted, Transfer.Fetched fetched)
            throws Exception {
        return context.lease().detectType() && fetched.size() > 0
                ? detected(context, wanted, fetched)
                : wanted.typeHint().orElse(ContentType.OCTET_STREAM);
    }

    /** What is in memory is laid on the disk only if its type cannot be told otherwise. */
    private ContentType detected(TaskContext context, Wanted wanted, Transfer.Fetched fetched)
            throws IOException {
        Optional<ContentType> told =
                fetched.object() instanceof LocalObject.InMemory(Bytes content, String _)
                        ? types.detect(content, wanted.name())
                        : Optional.empty();
        return told.isPresent()
                ? told.get()
                : types.detect(fetched.object().file(context.scratch(), ""), wanted.name());
    }
}
