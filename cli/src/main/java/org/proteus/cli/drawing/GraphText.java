package org.proteus.cli.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.proteus.cli.output.LossText;
import org.proteus.cli.output.Printer;

/** A graph as text: from each group of types what can be made of it directly, and by what. */
public final class GraphText {

    private GraphText() {}

    /** Prints a graph. */
    public static void print(GraphView graph, Printer printer) {
        TypeGroups groups = TypeGroups.of(graph);
        for (int i = 0; i < groups.groups().size(); i++) {
            int from = i;
            Map<String, List<String>> leaving = new TreeMap<>();
            groups.edges().stream()
                    .filter(edge -> edge.from() == from)
                    .forEach(edge ->
                            leaving.computeIfAbsent(how(edge), _ -> new ArrayList<>())
                                    .addAll(groups.groups().get(edge.to())));
            if (!leaving.isEmpty()) {
                printer.line(String.join(", ", groups.groups().get(i)));
                leaving.forEach((how, types) ->
                        printer.line(
                                "  -> "
                                        + String.join(", ", types.stream().sorted().toList())
                                        + "  ("
                                        + how
                                        + ")"));
            }
        }
        printer.line(graph.types().size() + " types, " + graph.units().size() + " units");
    }

    private static String how(TypeGroups.Edge edge) {
        return edge.program()
                + ", "
                + LossText.of(edge.loss())
                + (edge.runnable() ? "" : ", cannot be run here now");
    }
}
