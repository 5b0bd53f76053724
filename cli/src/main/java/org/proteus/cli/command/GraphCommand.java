package org.proteus.cli.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.drawing.GraphDrawing;
import org.proteus.cli.drawing.GraphText;
import org.proteus.cli.drawing.GraphView;
import org.proteus.graph.Catalogue;
import org.proteus.graph.UnitView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the graph of types and units, or a part of it. */
@Command(
        name = "graph",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what can be made of what, and by which programs.",
            "Types with the same neighbours are shown as one."
        })
public final class GraphCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "TYPE",
            description = "Only what ways from this type use.")
    private String from;

    @Option(names = "--to", paramLabel = "TYPE", description = "Only what ways to this type use.")
    private String to;

    @Mixin private ServerOptions server;
    @Mixin private OutputOptions output;
    @Mixin private DrawingOptions drawing;

    @Override
    public Integer call() {
        try (Answers backend = Backends.answers(server.server())) {
            GraphView graph = GraphView.part(backend.catalogue(), part(backend.catalogue()));
            Optional<String> picture = drawing.draw(() -> GraphDrawing.dot(graph));
            if (picture.isPresent()) {
                output.printer().line(picture.get());
            } else if (output.json()) {
                output.printer().json(graph);
            } else {
                GraphText.print(graph, output.printer());
            }
            return ExitCodes.DONE;
        }
    }

    private Predicate<UnitView> part(Catalogue catalogue) {
        Predicate<UnitView> part = _ -> true;
        if (from != null) {
            part = part.and(GraphView.from(catalogue.resolveType(from), catalogue));
        }
        if (to != null) {
            part = part.and(GraphView.to(catalogue.resolveType(to), catalogue));
        }
        return part;
    }
}
