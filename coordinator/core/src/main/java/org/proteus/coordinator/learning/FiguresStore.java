package org.proteus.coordinator.learning;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.UnitFigures;
import org.proteus.graph.UnitRun;

/** Where figures of units outlive the process; others may add to the same place. Thread-safe. */
public interface FiguresStore {

    /**
     * What is stored.
     *
     * @param figures averages of runs
     * @param fidelities how much units were measured to keep, 0 to 1
     */
    record Stored(List<UnitFigures> figures, Map<UnitId, Double> fidelities) {

        public Stored {
            figures = List.copyOf(figures);
            fidelities = Map.copyOf(fidelities);
        }

        /** Tells statistics all of it. */
        public void into(LearnedStatistics statistics) {
            statistics.restore(figures);
            fidelities.forEach(statistics::measured);
        }
    }

    /** Returns everything. */
    Stored read();

    /**
     * Adds runs, oldest first, to what is stored by now, whoever stored it.
     *
     * @return what is stored then, at least of the units that ran
     */
    Stored add(Collection<UnitRun> runs);

    /** Stores how much units were measured to keep, 0 to 1, in place of what was there of them. */
    void measured(Map<UnitId, Double> fidelities);

    /**
     * Forgets units that do not exist and of which nothing was heard for some time. The wait keeps
     * the figures of programs that are only away for a while.
     */
    void forget(Predicate<UnitId> existing);
}
