package org.proteus.coordinator.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.SizeClass;
import org.proteus.graph.UnitFigures;

/** Statements on what was learned of units. */
public final class FigureRows {

    private FigureRows() {}

    /** Returns the figures of every unit, by unit and size. */
    public static List<UnitFigures> all(Handle handle) {
        return handle.createQuery("select * from unit_figures order by unit, size_class")
                .map((row, context) ->
                        new UnitFigures(
                                UnitId.parse(row.getString("unit")),
                                SizeClass.valueOf(row.getString("size_class")),
                                row.getDouble("runs"),
                                row.getDouble("successes"),
                                row.getDouble("seconds")))
                .list();
    }

    /** Locks the row of a unit and size, made from {@code none} if there is none. */
    public static UnitFigures lock(Handle handle, UnitFigures none) {
        handle.createUpdate(
                        """
                        insert into unit_figures
                          (namespace, unit, size_class, runs, successes, seconds, changed)
                        select :namespace, :unit, :size, 0, 0, 0, 0 where not exists
                          (select 1 from unit_figures where unit = :unit and size_class = :size)
                        """)
                .bind("namespace", JobRows.NAMESPACE)
                .bind("unit", none.unit().toString())
                .bind("size", none.size().name())
                .execute();
        return handle.createQuery(
                        """
                        select * from unit_figures
                        where unit = :unit and size_class = :size for update
                        """)
                .bind("unit", none.unit().toString())
                .bind("size", none.size().name())
                .map((row, context) ->
                        new UnitFigures(
                                none.unit(),
                                none.size(),
                                row.getDouble("runs"),
                                row.getDouble("successes"),
                                row.getDouble("seconds")))
                .one();
    }

    /** Stores figures in the row that is there of them. */
    public static void put(Handle handle, UnitFigures figures) {
        handle.createUpdate(
                        """
                        update unit_figures set runs = :runs, successes = :successes,
                          seconds = :seconds, changed = %s
                        where unit = :unit and size_class = :size
                        """
                                .formatted(Database.NOW))
                .bind("runs", figures.runs())
                .bind("successes", figures.successes())
                .bind("seconds", figures.seconds())
                .bind("unit", figures.unit().toString())
                .bind("size", figures.size().name())
                .execute();
    }

    /** Returns how much units were measured to keep. */
    public static Map<UnitId, Double> fidelities(Handle handle) {
        return handle.createQuery("select unit, fidelity from unit_fidelity")
                .reduceRows(
                        new TreeMap<UnitId, Double>(),
                        (all, row) -> {
                            all.put(
                                    UnitId.parse(row.getColumn("unit", String.class)),
                                    row.getColumn("fidelity", Double.class));
                            return all;
                        });
    }

    /** Stores how much a unit was measured to keep, in place of what was there. */
    public static void putFidelity(Handle handle, UnitId unit, double fidelity) {
        handle.createUpdate("delete from unit_fidelity where unit = :unit")
                .bind("unit", unit.toString())
                .execute();
        handle.createUpdate(
                        """
                        insert into unit_fidelity (namespace, unit, fidelity, changed)
                        values (:namespace, :unit, :fidelity, %s)
                        """
                                .formatted(Database.NOW))
                .bind("namespace", JobRows.NAMESPACE)
                .bind("unit", unit.toString())
                .bind("fidelity", fidelity)
                .execute();
    }

    /** Returns the units of which nothing was heard for longer than this. */
    public static List<UnitId> silent(Handle handle, long millis) {
        return handle.createQuery(
                        """
                        select unit, max(changed) from
                          (select unit, changed from unit_figures
                           union all select unit, changed from unit_fidelity) known
                        group by unit having max(changed) < %s - :millis order by unit
                        """
                                .formatted(Database.NOW))
                .bind("millis", millis)
                .map((row, context) -> UnitId.parse(row.getString("unit")))
                .list();
    }

    /** Forgets a unit. */
    public static void remove(Handle handle, UnitId unit) {
        for (String table : List.of("unit_figures", "unit_fidelity")) {
            handle.createUpdate("delete from " + table + " where unit = :unit")
                    .bind("unit", unit.toString())
                    .execute();
        }
    }
}
