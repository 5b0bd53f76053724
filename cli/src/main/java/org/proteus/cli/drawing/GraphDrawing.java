package org.proteus.cli.drawing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;

/**
 * A graph as a picture. A small one is drawn as it is: groups of types are nodes, programs are
 * edges. A large one, of which nobody would make head or tail, is drawn program by program, each
 * from what it takes to what it gives.
 */
public final class GraphDrawing {

    private static final int MOST_EDGES = 30;
    private static final String NOT_HERE = "dashed: cannot be run here now";

    private GraphDrawing() {}

    /** Returns the picture in the language of Graphviz. */
    public static String dot(GraphView graph) {
        Dot dot = new Dot(Dot.lines(List.of("", LossColors.LEGEND, NOT_HERE)));
        TypeGroups groups = TypeGroups.of(graph);
        if (groups.edges().size() <= MOST_EDGES) {
            draw(groups, dot);
        } else {
            ProgramTable.of(graph.units()).forEach(table -> draw(table, dot));
        }
        return dot.toString();
    }

    private static void draw(TypeGroups groups, Dot dot) {
        for (int i = 0; i < groups.groups().size(); i++) {
            node(dot, i, groups.groups().get(i));
        }
        for (TypeGroups.Edge edge : groups.edges()) {
            Map<String, String> look = new TreeMap<>(look(edge.loss(), edge.runnable()));
            look.put("fontcolor", LossColors.of(edge.loss()));
            dot.edge(edge.from(), edge.to(), Dot.quoted(edge.program()), look);
        }
    }

    private static void draw(ProgramTable table, Dot dot) {
        dot.begin(table.program());
        for (int i = 0; i < table.sources().size(); i++) {
            node(dot, table.program() + " < " + i, table.sources().get(i));
        }
        for (int i = 0; i < table.targets().size(); i++) {
            node(dot, table.program() + " > " + i, table.targets().get(i));
        }
        dot.end();
        for (ProgramTable.Edge edge : table.edges()) {
            dot.edge(
                    table.program() + " < " + edge.source(),
                    table.program() + " > " + edge.target(),
                    Dot.quoted(""),
                    look(edge.loss(), table.runnable()));
        }
    }

    private static void node(Dot dot, Object key, List<String> types) {
        boolean range = types.getFirst().endsWith("/" + ContentType.ANY);
        dot.node(
                key, Dot.lines(types), range ? Map.of("style", "rounded,filled,dashed") : Map.of());
    }

    private static Map<String, String> look(LossClass loss, boolean runnable) {
        return runnable
                ? Map.of("color", LossColors.of(loss))
                : Map.of("color", LossColors.of(loss), "style", "dashed");
    }
}
