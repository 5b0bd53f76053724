package org.proteus.coordinator.listing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.names.NameClaims;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobSweeps;
import org.proteus.coordinator.store.ListingRows;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.job.ElementState;

/** Makes elements of the entries of one listing. Not thread-safe. */
final class Enrolment {

    private final JobRow job;
    private final String lister;
    private final NameClaims claims;
    private long nextSeq;

    Enrolment(JobRow job, String lister, NameClaims claims) {
        this.job = job;
        this.lister = lister;
        this.claims = claims;
        this.nextSeq = job.nextSeq();
    }

    /** Stores a batch and how far the listing came; false when this lister lost the job. */
    boolean store(Handle handle, List<SourceEntry> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        List<SourceEntry> entries = batch.stream().map(Enrolment::storable).toList();
        Map<String, ElementRow> known =
                job.relisting()
                        ? ElementRows.known(
                                handle, job.id(), entries.stream().map(SourceEntry::entry).toList())
                        : Map.of();
        List<SourceEntry> fresh =
                entries.stream().filter(entry -> !known.containsKey(entry.entry())).toList();
        boolean mine =
                ListingRows.advance(
                        handle, job.id(), lister, batch.getLast().entry(), nextSeq + fresh.size());
        if (mine) {
            enrol(handle, fresh);
            entries.stream()
                    .filter(entry -> known.containsKey(entry.entry()))
                    .forEach(entry -> renew(handle, known.get(entry.entry()), entry));
        }
        return mine;
    }

    private void enrol(Handle handle, List<SourceEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<NameClaims.Claim> names =
                claims.claim(
                        entries.stream().map(SourceEntry::name).toList(),
                        keys -> ElementRows.claimed(handle, job.id(), keys));
        List<ElementRow> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            SourceEntry entry = entries.get(i);
            rows.add(
                    ElementRow.found(
                            job.id(),
                            nextSeq + i,
                            entry.entry(),
                            entry.name(),
                            entry.etag(),
                            entry.size(),
                            entry.typeHint(),
                            names.get(i).name(),
                            names.get(i).key()));
        }
        ElementRows.insert(handle, rows);
        nextSeq += rows.size();
    }

    private static void renew(Handle handle, ElementRow known, SourceEntry entry) {
        boolean sizesKnown = entry.size() >= 0 && known.size() >= 0;
        boolean resized = sizesKnown && known.size() != entry.size();
        boolean changed = resized || !known.etag().equals(entry.etag());
        boolean missing = known.state() == ElementState.DONE && isGone(known.sink());
        if (known.state().isFinal() && (changed || missing)) {
            JobSweeps.rerun(handle, known.seenAgain(entry.etag(), entry.size()));
        }
    }

    /** Only a local file is cheap enough to look for. */
    private static boolean isGone(String sink) {
        return sink.startsWith("file:") && Files.notExists(Path.of(URI.create(sink)));
    }

    /** PostgreSQL takes no NUL in a text. */
    private static SourceEntry storable(SourceEntry entry) {
        return entry.name().indexOf('\0') < 0 && entry.etag().indexOf('\0') < 0
                ? entry
                : new SourceEntry(
                        entry.entry(),
                        entry.name().replace('\0', '\uFFFD'),
                        entry.size(),
                        entry.etag().replace('\0', '\uFFFD'),
                        entry.typeHint());
    }
}
