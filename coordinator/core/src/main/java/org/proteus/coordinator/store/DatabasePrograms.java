package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.Bytes;
import org.proteus.graph.publish.ProgramStore;
import org.proteus.graph.publish.ProgramVersion;

/** Published documents in the coordinators' database, which several may share. Thread-safe. */
public final class DatabasePrograms implements ProgramStore {

    private final Database database;

    /** Uses an open database; its owner closes it. */
    public DatabasePrograms(Database database) {
        this.database = database;
    }

    @Override
    public long edition() {
        return database.read(ProgramRows::edition);
    }

    /** The edition first: a change in between is then seen at the next look. */
    @Override
    public State load() {
        return database.read(handle -> {
            long edition = ProgramRows.edition(handle);
            return new State(edition, ProgramRows.current(handle));
        });
    }

    @Override
    public List<ProgramVersion> versions(String id) {
        return database.read(handle -> ProgramRows.versions(handle, id));
    }

    @Override
    public Optional<Bytes> document(String id, String version) {
        return database.read(handle -> ProgramRows.document(handle, id, version));
    }

    @Override
    public boolean publish(NewVersion version, long edition) {
        return change(
                edition,
                handle -> {
                    ProgramRows.store(handle, version, edition);
                    ProgramRows.point(handle, version.id(), Optional.of(version.version()));
                });
    }

    @Override
    public boolean withdraw(String id, long edition) {
        return change(edition, handle -> ProgramRows.point(handle, id, Optional.empty()));
    }

    private boolean change(long edition, Consumer<Handle> work) {
        return database.write(handle -> {
            boolean newest = ProgramRows.nextEdition(handle, edition);
            if (newest) {
                work.accept(handle);
            }
            return newest;
        });
    }
}
