package org.proteus.cli.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.graph.UnitView;

/**
 * A graph made readable: types of one kind with the same neighbours are one group, and what a
 * program does from a group to a group is one edge.
 *
 * @param groups the groups, each with its types in order
 * @param edges what leads from group to group, in order
 */
public record TypeGroups(List<List<String>> groups, Set<Edge> edges) {

    /**
     * What a program does from one group to another.
     *
     * @param from index of a group
     * @param to index of a group
     * @param program id of the program
     * @param loss what it loses
     * @param runnable whether somebody can run it now
     */
    public record Edge(int from, int to, String program, LossClass loss, boolean runnable) {}

    private record Arc(String from, String to, String program, LossClass loss, boolean runnable) {

        String leaving() {
            return "> " + to + what();
        }

        String coming() {
            return "< " + from + what();
        }

        private String what() {
            return " " + program + " " + loss + " " + runnable;
        }
    }

    /** Groups the types of a graph. */
    public static TypeGroups of(GraphView graph) {
        List<Arc> arcs = arcs(graph.units());
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (Arc arc : arcs) {
            neighbours.computeIfAbsent(arc.from, _ -> new TreeSet<>()).add(arc.leaving());
            neighbours.computeIfAbsent(arc.to, _ -> new TreeSet<>()).add(arc.coming());
        }
        Map<String, List<String>> alike = new TreeMap<>();
        for (String type : graph.types()) {
            String key = kind(type) + " " + neighbours.get(type);
            alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(type);
        }
        List<List<String>> groups =
                alike.values().stream()
                        .map(List::copyOf)
                        .sorted((one, other) -> one.getFirst().compareTo(other.getFirst()))
                        .toList();
        Map<String, Integer> at = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            for (String type : groups.get(i)) {
                at.put(type, i);
            }
        }
        Set<Edge> edges = new LinkedHashSet<>();
        arcs.forEach(arc ->
                edges.add(
                        new Edge(
                                at.get(arc.from),
                                at.get(arc.to),
                                arc.program,
                                arc.loss,
                                arc.runnable)));
        return new TypeGroups(groups, edges);
    }

    private static List<Arc> arcs(List<UnitView> units) {
        List<Arc> arcs = new ArrayList<>();
        for (UnitView unit : units) {
            for (TypePattern source : unit.sources()) {
                arcs.add(
                        new Arc(
                                source.mediaType().mediaType(),
                                unit.target().mediaType().mediaType(),
                                unit.id().program(),
                                unit.loss(),
                                unit.runnable()));
            }
        }
        return arcs;
    }

    /** Returns what a type is before the slash. */
    static String kind(String type) {
        return type.substring(0, type.indexOf('/'));
    }
}
