package org.proteus.coordinator.learning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.FigureRows;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.UnitFigures;
import org.proteus.graph.UnitRun;

/** Figures in the coordinator's database, to which several coordinators add. Thread-safe. */
public final class DatabaseFigures implements FiguresStore {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Database database;

    /** Creates a store over a database. */
    public DatabaseFigures(Database database) {
        this.database = database;
    }

    @Override
    public Stored read() {
        return database.read(DatabaseFigures::everything);
    }

    private static Stored everything(Handle handle) {
        return new Stored(FigureRows.all(handle), FigureRows.fidelities(handle));
    }

    /** Rows are locked in order, so that no two coordinators wait for each other. */
    @Override
    public Stored add(Collection<UnitRun> runs) {
        Map<String, UnitFigures> before = new TreeMap<>();
        Map<String, List<UnitRun>> grouped = new TreeMap<>();
        for (UnitRun run : runs) {
            UnitFigures none = UnitFigures.none(run.unit(), run.size());
            String key = run.unit() + " " + run.size();
            before.put(key, none);
            grouped.computeIfAbsent(key, _ -> new ArrayList<>()).add(run);
        }
        return database.brieflyWrite(handle -> {
            List<UnitFigures> merged = new ArrayList<>();
            before.forEach((key, none) -> merged.add(add(handle, none, grouped.get(key))));
            return database.exclusive() ? new Stored(merged, Map.of()) : everything(handle);
        });
    }

    private static UnitFigures add(Handle handle, UnitFigures none, List<UnitRun> runs) {
        UnitFigures figures = FigureRows.lock(handle, none);
        for (UnitRun run : runs) {
            figures = figures.with(run);
        }
        FigureRows.put(handle, figures);
        return figures;
    }

    @Override
    public void measured(Map<UnitId, Double> fidelities) {
        database.change(handle ->
                new TreeMap<>(fidelities)
                        .forEach((unit, keeps) -> FigureRows.putFidelity(handle, unit, keeps)));
    }

    @Override
    public void forget(Predicate<UnitId> existing) {
        database.brieflyWrite(handle -> {
            FigureRows.silent(handle, REMEMBERED.toMillis()).stream()
                    .filter(existing.negate())
                    .forEach(unit -> FigureRows.remove(handle, unit));
            return true;
        });
    }
}
