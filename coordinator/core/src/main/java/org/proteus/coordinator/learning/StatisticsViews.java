package org.proteus.coordinator.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.SizeStatisticsView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.UnitEstimate;
import org.proteus.graph.UnitFigures;

/** What users see of statistics. */
public final class StatisticsViews {

    private StatisticsViews() {}

    /** Returns what was learned of the units of programs, by unit; units without any left out. */
    public static List<UnitStatisticsView> of(
            List<TransformationProgram> programs, LearnedStatistics statistics) {
        Map<UnitId, List<UnitFigures>> figures =
                statistics.figures().stream().collect(Collectors.groupingBy(UnitFigures::unit));
        Map<UnitId, Double> fidelities = statistics.fidelities();
        return programs.stream()
                .flatMap(StatisticsViews::units)
                .filter(unit -> figures.containsKey(unit) || fidelities.containsKey(unit))
                .sorted()
                .map(unit ->
                        new UnitStatisticsView(
                                unit,
                                Optional.ofNullable(fidelities.get(unit)),
                                sizes(figures.getOrDefault(unit, List.of()))))
                .toList();
    }

    private static Stream<UnitId> units(TransformationProgram program) {
        return program.units().stream().map(unit -> new UnitId(program.id(), unit.id()));
    }

    private static List<SizeStatisticsView> sizes(List<UnitFigures> figures) {
        return figures.stream()
                .sorted(Comparator.comparing(UnitFigures::size))
                .map(StatisticsViews::size)
                .toList();
    }

    private static SizeStatisticsView size(UnitFigures figures) {
        UnitEstimate estimate = figures.estimate();
        return new SizeStatisticsView(
                figures.size().name().toLowerCase(Locale.ROOT),
                estimate.runs(),
                estimate.seconds(),
                estimate.failureRate());
    }
}
