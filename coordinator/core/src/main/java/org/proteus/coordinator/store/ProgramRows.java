package org.proteus.coordinator.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.proteus.foundation.model.Bytes;
import org.proteus.graph.publish.ProgramStore;
import org.proteus.graph.publish.ProgramVersion;

/** Statements on programs that users have published. */
public final class ProgramRows {

    private static final String VERSIONS =
            """
            select v.id, v.version, v.checksum, v.published,
              case when p.version = v.version then true else false end as is_current
            from program_version v join program p on p.id = v.id
            """;

    private static final RowMapper<ProgramVersion> VERSION =
            (row, context) ->
                    new ProgramVersion(
                            row.getString("id"),
                            row.getString("version"),
                            row.getString("checksum"),
                            Instant.ofEpochMilli(row.getLong("published")),
                            row.getBoolean("is_current"));

    private ProgramRows() {}

    /** Returns the number of the newest state. */
    public static long edition(Handle handle) {
        return handle.createQuery("select edition from program_edition").mapTo(Long.class).one();
    }

    /** Makes the next edition if the newest is this one; others wait until the transaction ends. */
    public static boolean nextEdition(Handle handle, long edition) {
        return handle.createUpdate(
                                """
                                update program_edition set edition = edition + 1
                                where edition = :edition
                                """)
                        .bind("edition", edition)
                        .execute()
                > 0;
    }

    /** Returns the current version of each program that is not withdrawn, by id. */
    public static List<ProgramVersion> current(Handle handle) {
        return handle.createQuery(VERSIONS + " where p.version = v.version order by v.id")
                .map(VERSION)
                .list();
    }

    /** Returns every version of a program, the first published first. */
    public static List<ProgramVersion> versions(Handle handle, String id) {
        return handle.createQuery(VERSIONS + " where v.id = :id order by v.edition")
                .bind("id", id)
                .map(VERSION)
                .list();
    }

    /** Returns the bytes of a document. */
    public static Optional<Bytes> document(Handle handle, String id, String version) {
        return handle.createQuery(
                        "select document from program_version where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> Bytes.of(row.getBytes(1)))
                .findOne();
    }

    /** Stores a version unless it is stored. */
    public static void store(Handle handle, ProgramStore.NewVersion version, long edition) {
        if (document(handle, version.id(), version.version()).isPresent()) {
            return;
        }
        handle.createUpdate(
                        """
                        insert into program_version
                          (id, version, namespace, checksum, published, edition, document)
                        values (:id, :version, :namespace, :checksum, %s, :edition, :document)
                        """
                                .formatted(Database.NOW))
                .bind("id", version.id())
                .bind("version", version.version())
                .bind("namespace", JobRows.NAMESPACE)
                .bind("checksum", version.checksum())
                .bind("edition", edition)
                .bind("document", version.document().array())
                .execute();
    }

    /** Makes a version the current one of its program; none when it is absent. */
    public static void point(Handle handle, String id, Optional<String> version) {
        int known =
                handle.createUpdate("update program set version = :version where id = :id")
                        .bind("id", id)
                        .bind("version", version.orElse(null))
                        .execute();
        if (known == 0) {
            handle.createUpdate(
                            """
                            insert into program (id, namespace, version)
                            values (:id, :namespace, :version)
                            """)
                    .bind("id", id)
                    .bind("namespace", JobRows.NAMESPACE)
                    .bind("version", version.orElse(null))
                    .execute();
        }
    }
}
