package org.proteus.cli.command;

import java.util.concurrent.Callable;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.output.QueryText;
import org.proteus.graph.QueryResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Answers a query on programs and their units. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a query, for example",
            "GET TRANSFORMATIONUNIT unitId WHERE sourceType LIKE 'image/*' AND loss = 'lossless'"
        })
final class QueryCommand implements Callable<Integer> {

    @Mixin private ServerOptions server;
    @Mixin private OutputOptions output;

    @Parameters(paramLabel = "QUERY", description = "The query, as one argument.")
    private String query;

    @Override
    public Integer call() {
        try (Answers backend = Backends.answers(server.server())) {
            QueryResult result = backend.catalogue().query(query);
            if (output.json()) {
                output.printer().json(result);
            } else {
                QueryText.print(result, output.printer());
            }
            return ExitCodes.DONE;
        }
    }
}
