package org.proteus.coordinator.listing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.names.NameClaims;
import org.proteus.coordinator.pairing.Found;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.GroupRows;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobSweeps;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.coordinator.store.PartnerEntry;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.job.ElementState;

/** Makes elements of what one listing finds. Not thread-safe. */
final class Enrolment {

    private final JobRow job;
    private final String lister;
    private final NameClaims claims;
    private final boolean anyKnown;
    private long nextSeq;

    Enrolment(JobRow job, String lister, NameClaims claims) {
        this.job = job;
        this.lister = lister;
        this.claims = claims;
        // A listing of groups that broke off begins at the beginning.
        this.anyKnown = job.relisting() || job.request().pairing().isPresent();
        this.nextSeq = job.nextSeq();
    }

    /** Stores a batch and how far the listing came; false when this lister lost the job. */
    boolean store(Handle handle, List<Found> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        Map<String, ElementRow> known =
                anyKnown
                        ? ElementRows.known(
                                handle, job.id(), batch.stream().map(Enrolment::key).toList())
                        : Map.of();
        List<Found> fresh = batch.stream().filter(found -> !known.containsKey(key(found))).toList();
        String cursor = batch.getLast().main().entry();
        boolean mine =
                ListingRows.advance(handle, job.id(), lister, cursor, nextSeq + fresh.size());
        if (mine) {
            enrol(handle, fresh);
            batch.stream()
                    .filter(found -> known.containsKey(key(found)))
                    .forEach(found -> renew(handle, known.get(key(found)), found));
        }
        return mine;
    }

    private static String key(Found found) {
        return Ids.key(found.key());
    }

    private void enrol(Handle handle, List<Found> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        Iterator<NameClaims.Claim> names =
                claims.claim(
                                fresh.stream()
                                        .filter(found -> found.ending().isEmpty())
                                        .map(found -> storable(found.resultName()))
                                        .toList(),
                                keys -> ElementRows.claimed(handle, job.id(), keys))
                        .iterator();
        List<ElementRow> rows = new ArrayList<>();
        for (Found found : fresh) {
            long seq = nextSeq + rows.size();
            rows.add(row(found, seq, found.ending().isEmpty() ? names.next() : noName(seq)));
        }
        ElementRows.insert(handle, rows);
        nextSeq += rows.size();
    }

    /** What has no result needs no name, but one that is nobody else's. */
    private static NameClaims.Claim noName(long seq) {
        return new NameClaims.Claim("", Ids.key("/" + seq));
    }

    private ElementRow row(Found found, long seq, NameClaims.Claim claim) {
        SourceEntry main = found.main();
        ElementRow row =
                ElementRow.found(
                                job.id(),
                                seq,
                                main.entry(),
                                storable(main.name()),
                                storable(main.etag()),
                                main.size(),
                                main.typeHint(),
                                claim.name(),
                                claim.key())
                        .grouped(found.key(), partners(found));
        return found.ending().map(end -> row.ending(end.state(), end.problem())).orElse(row);
    }

    private static List<PartnerEntry> partners(Found found) {
        return found.partners().stream()
                .map(partner ->
                        new PartnerEntry(
                                partner.entry(),
                                storable(partner.name()),
                                storable(partner.etag()),
                                partner.size(),
                                partner.typeHint()))
                .toList();
    }

    private static void renew(Handle handle, ElementRow known, Found found) {
        if (found.ending().isPresent()) {
            GroupRows.incomplete(handle, known, found.ending().get().problem());
            return;
        }
        SourceEntry main = found.main();
        String etag = storable(main.etag());
        List<PartnerEntry> partners = partners(found);
        boolean changed =
                Changes.isChanged(known.size(), known.etag(), main.size(), etag)
                        || Changes.areChanged(known.partners(), partners);
        boolean missing = known.state() == ElementState.DONE && isGone(known.sink());
        if (known.state().isFinal() && (changed || missing)) {
            JobSweeps.rerun(handle, known.seenAgain(etag, main.size(), partners));
        } else if (changed) {
            GroupRows.waitsAs(handle, known.seenAgain(etag, main.size(), partners));
        }
    }

    /** Only a local file is cheap enough to look for. */
    private static boolean isGone(String sink) {
        return sink.startsWith("file:") && Files.notExists(Path.of(URI.create(sink)));
    }

    /** PostgreSQL takes no NUL in a text. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
