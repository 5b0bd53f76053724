package org.proteus.coordinator.dispatch;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.coordinator.secret.SecretVault;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.JobRow;
import org.proteus.coordinator.store.JobRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** The jobs under way, read once. Thread-safe. */
public final class JobSpecs {

    private final Database database;
    private final SecretVault vault;
    private final Map<String, JobSpec> known = new ConcurrentHashMap<>();

    /** Creates an empty memory. */
    public JobSpecs(Database database, SecretVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Returns a job.
     *
     * @throws ProteusException with {@code NOT_FOUND}
     */
    public JobSpec get(String job) {
        return find(job).orElseThrow(() -> unknown(job));
    }

    /** Returns a job; empty when there is none. */
    Optional<JobSpec> find(String job) {
        return Optional.ofNullable(known.get(job))
                .or(() -> database.read(handle -> JobRows.find(handle, job)).map(this::put));
    }

    /** Returns the job of a row that was read just now; re-reads credentials that were replaced. */
    public JobSpec get(JobRow row) {
        JobSpec spec = known.get(row.id());
        boolean same =
                spec != null
                        && spec.row().sourceSecret().equals(row.sourceSecret())
                        && spec.row().sinkSecret().equals(row.sinkSecret());
        return same ? spec : put(row);
    }

    /** Forgets a job that ended or changed. */
    public void forget(String job) {
        known.remove(job);
    }

    private JobSpec put(JobRow row) {
        JobSpec spec =
                database.read(handle ->
                        new JobSpec(
                                row,
                                row.sourceSecret().flatMap(ref -> vault.get(handle, ref)),
                                row.sinkSecret().flatMap(ref -> vault.get(handle, ref))));
        known.put(row.id(), spec);
        return spec;
    }

    /** Returns the error for a job that is not there. */
    public static ProteusException unknown(String job) {
        return new ProteusException(
                ErrorCode.NOT_FOUND,
                "there is no job '" + job + "'",
                "list the jobs to see them; one that ended long ago may have been removed");
    }
}
