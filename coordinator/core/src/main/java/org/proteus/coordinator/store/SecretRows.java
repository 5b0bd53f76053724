package org.proteus.coordinator.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Statements on sealed secrets. */
public final class SecretRows {

    private SecretRows() {}

    /** Stores a sealed secret of a job. */
    public static void put(Handle handle, String ref, String job, byte[] sealed) {
        handle.createUpdate(
                        """
                        insert into secret (ref, namespace, job, sealed)
                        values (:ref, :namespace, :job, :sealed)
                        """)
                .bind("ref", ref)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("job", job)
                .bind("sealed", sealed)
                .execute();
    }

    /** Returns a sealed secret. */
    public static Optional<byte[]> get(Handle handle, String ref) {
        return handle.createQuery("select sealed from secret where ref = :ref")
                .bind("ref", ref)
                .map((row, context) -> row.getBytes(1))
                .findOne();
    }

    /** Removes the secrets of a job. */
    public static void remove(Handle handle, String job) {
        handle.createUpdate("delete from secret where job = :job").bind("job", job).execute();
    }
}
