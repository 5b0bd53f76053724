package org.proteus.cli.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.graph.UnitView;

/**
 * What one program makes of what: types of which it makes the same are one group, and so are types
 * that it makes of the same.
 *
 * @param program id of the program
 * @param runnable whether somebody can run it now
 * @param sources groups of what it takes, each in order
 * @param targets groups of what it gives, each in order
 * @param edges what is made of which group
 */
record ProgramTable(
        String program,
        boolean runnable,
        List<List<String>> sources,
        List<List<String>> targets,
        List<Edge> edges) {

    /**
     * @param source index of a group of sources
     * @param target index of a group of targets
     * @param loss what is lost
     */
    record Edge(int source, int target, LossClass loss) {}

    private record Made(String source, String target, LossClass loss) {}

    /** Returns a table for each program, in the order of their ids. */
    static List<ProgramTable> of(List<UnitView> units) {
        Map<String, List<UnitView>> programs =
                units.stream()
                        .collect(
                                Collectors.groupingBy(
                                        unit -> unit.id().program(),
                                        TreeMap::new,
                                        Collectors.toList()));
        return programs.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ProgramTable table(String program, List<UnitView> units) {
        List<Made> made =
                units.stream()
                        .flatMap(unit ->
                                unit.sources().stream()
                                        .map(source ->
                                                new Made(
                                                        source.mediaType().mediaType(),
                                                        unit.target().mediaType().mediaType(),
                                                        unit.loss())))
                        .distinct()
                        .toList();
        List<List<String>> sources =
                alike(made, Made::source, one -> one.target() + " " + one.loss());
        List<List<String>> targets =
                alike(made, Made::target, one -> one.source() + " " + one.loss());
        List<Edge> edges =
                made.stream()
                        .map(one ->
                                new Edge(
                                        indexOf(sources, one.source()),
                                        indexOf(targets, one.target()),
                                        one.loss()))
                        .distinct()
                        .toList();
        boolean runnable = units.stream().anyMatch(UnitView::runnable);
        return new ProgramTable(program, runnable, sources, targets, edges);
    }

    private static List<List<String>> alike(
            List<Made> made, Function<Made, String> side, Function<Made, String> other) {
        Map<String, TreeSet<String>> others = new TreeMap<>();
        made.forEach(one ->
                others.computeIfAbsent(side.apply(one), _ -> new TreeSet<>())
                        .add(other.apply(one)));
        Map<TreeSet<String>, List<String>> groups = new HashMap<>();
        others.forEach(
                (type, set) -> groups.computeIfAbsent(set, _ -> new ArrayList<>()).add(type));
        return groups.values().stream()
                .map(List::copyOf)
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private static int indexOf(List<List<String>> groups, String type) {
        int index = 0;
        while (!groups.get(index).contains(type)) {
            index++;
        }
        return index;
    }
}
