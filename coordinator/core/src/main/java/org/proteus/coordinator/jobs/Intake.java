package org.proteus.coordinator.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.TargetNames;
import org.proteus.coordinator.dispatch.Deadline;
import org.proteus.coordinator.dispatch.JobSpecs;
import org.proteus.coordinator.names.NameClaims;
import org.proteus.coordinator.names.ResultNames;
import org.proteus.coordinator.secret.SecretVault;
import org.proteus.coordinator.store.ContentRows;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.ElementRow;
import org.proteus.coordinator.store.ElementRows;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.coordinator.store.JobSweeps;
import org.proteus.coordinator.store.WebhookRows;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;

/** Stores jobs, and lets jobs that are stored run again. Thread-safe. */
final class Intake {

    private final Database database;
    private final SecretVault vault;
    private final TargetNames types;
    private final Room room;

    Intake(Database database, SecretVault vault, TargetNames types, Room room) {
        this.database = database;
        this.vault = vault;
        this.types = types;
        this.room = room;
    }

    /** Stores a new job; returns its id. */
    String store(Handle handle, Accepted accepted) {
        Deadline.requireAhead(handle, accepted.request());
        room.require(handle, accepted);
        String id = Ids.random();
        JobRows.insert(
                handle,
                new JobRow(
                        id,
                        JobState.RUNNING,
                        accepted.fingerprint(),
                        accepted.request(),
                        accepted.target(),
                        seal(handle, id, accepted.source()),
                        seal(handle, id, accepted.sink()),
                        accepted.roots(),
                        accepted.rules(),
                        0,
                        Optional.empty(),
                        accepted.request().from().isInline(),
                        false,
                        Optional.empty(),
                        accepted.objects().size() + 1L,
                        Optional.empty()));
        webhook(handle, id, accepted);
        objects(handle, id, accepted);
        return id;
    }

    private Optional<String> seal(Handle handle, String job, Optional<Credentials> credentials) {
        return credentials.map(secret -> vault.put(handle, job, secret));
    }

    private void webhook(Handle handle, String job, Accepted accepted) {
        WebhookRows.remove(handle, job);
        accepted.request()
                .webhook()
                .ifPresent(webhook ->
                        WebhookRows.put(
                                handle,
                                job,
                                webhook.url(),
                                seal(handle, job, accepted.webhook()).orElseThrow()));
    }

    private void objects(Handle handle, String job, Accepted accepted) {
        List<InlineObject> objects = accepted.objects();
        if (objects.isEmpty()) {
            return;
        }
        String extension = types.extension(accepted.target());
        List<NameClaims.Claim> names =
                new NameClaims(new ResultNames(accepted.rules(), extension))
                        .claim(
                                objects.stream().map(InlineObject::name).toList(),
                                keys -> java.util.Set.of());
        List<ElementRow> rows = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            InlineObject object = objects.get(i);
            rows.add(
                    ElementRow.found(
                            job,
                            i + 1L,
                            Integer.toString(i + 1),
                            object.name().replace('\0', '\uFFFD'),
                            "",
                            object.content().size(),
                            object.type(),
                            names.get(i).name(),
                            names.get(i).key()));
        }
        ElementRows.insert(handle, rows);
        ContentRows.putSources(handle, job, objects);
    }

    /**
     * Lets a job of the same request go on: its source is listed again.
     *
     * @return its id; empty when it was removed in the meantime
     */
    Optional<String> resume(Handle handle, Accepted accepted, String job) {
        return JobRows.lock(handle, job).map(row -> resume(handle, accepted, row));
    }

    private String resume(Handle handle, Accepted accepted, JobRow row) {
        if (row.state() == JobState.CANCELLING) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "job " + row.id() + " is just being cancelled",
                    "try again in a moment");
        }
        Deadline.requireAhead(handle, accepted.request());
        if (row.state().isFinal()) {
            room.requireForOne(handle);
        }
        boolean inline = row.request().from().isInline();
        reopen(handle, row, accepted, inline, !inline);
        return row.id();
    }

    private void reopen(
            Handle handle, JobRow row, Accepted accepted, boolean listed, boolean relisting) {
        JobSweeps.retry(handle, row.id());
        webhook(handle, row.id(), accepted);
        JobRows.reopen(
                handle,
                row.id(),
                accepted.request(),
                listed,
                relisting,
                Optional.empty(),
                seal(handle, row.id(), accepted.source()),
                seal(handle, row.id(), accepted.sink()));
    }

    /** Who retries a job that its deadline ended wants it all the same. */
    private static JobRequest withoutPassedDeadline(Handle handle, JobRequest request) {
        return Deadline.hasPassed(handle, request)
                ? request.withDeadline(Optional.empty())
                : request;
    }

    /**
     * Lets what ended without a result run again; a listing that broke off goes on. What belongs
     * together is looked for anew, because what was missing may be there now.
     */
    void retry(String job) {
        database.change(handle -> {
            JobRow row = JobRows.lock(handle, job).orElseThrow(() -> JobSpecs.unknown(job));
            if (!row.state().isFinal()) {
                throw new ProteusException(
                        ErrorCode.CONFLICT,
                        "job " + job + " has not ended",
                        "wait for its end, resume it if it is paused, or cancel it first");
            }
            room.requireForOne(handle);
            boolean paired = row.request().pairing().isPresent();
            boolean inline = row.request().from().isInline();
            JobSweeps.retry(handle, job);
            WebhookRows.rearm(handle, job);
            JobRows.reopen(
                    handle,
                    job,
                    withoutPassedDeadline(handle, row.request()),
                    inline || (row.problem().isEmpty() && !row.relisting() && !paired),
                    row.relisting() || paired,
                    row.cursor(),
                    row.sourceSecret(),
                    row.sinkSecret());
        });
    }
}
