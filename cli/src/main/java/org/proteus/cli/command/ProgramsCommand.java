package org.proteus.cli.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.proteus.cli.backend.Answers;
import org.proteus.cli.output.Printer;
import org.proteus.cli.output.ProgramText;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ProgramView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The programs: what can run here, or on a server, and what is missing. */
@Command(
        name = "programs",
        mixinStandardHelpOptions = true,
        description = "Shows which programs can run and what the others need; publishes others.",
        subcommands = {
            PublishCommand.class,
            WithdrawCommand.class,
            VersionsCommand.class,
            QueryCommand.class
        })
public final class ProgramsCommand {

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Every program.")
    int list(@Mixin ServerOptions server, @Mixin OutputOptions output) {
        try (Answers backend = Backends.answers(server.server())) {
            List<ProgramView> programs =
                    backend.catalogue().programs().stream()
                            .sorted(Comparator.comparing(view -> view.program().id()))
                            .toList();
            if (output.json()) {
                output.printer().json(programs);
            } else {
                programs.forEach(view -> output.printer().line(ProgramText.row(view)));
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "A program with its units, their options and what was learned of them.")
    int show(
            @Mixin ServerOptions server,
            @Mixin OutputOptions output,
            @Parameters(paramLabel = "ID", description = "Id of the program.") String id) {
        try (Answers backend = Backends.answers(server.server())) {
            ProgramView program =
                    find(backend, id)
                            .orElseThrow(() ->
                                    new ProteusException(
                                            ErrorCode.NOT_FOUND,
                                            "there is no program '" + id + "'",
                                            "proteus programs list shows them all"));
            Printer printer = output.printer();
            if (output.json()) {
                printer.json(program);
            } else {
                ProgramText.print(program, backend.catalogue().statistics(), printer);
            }
            return ExitCodes.DONE;
        }
    }

    private static Optional<ProgramView> find(Answers backend, String id) {
        return backend.catalogue().programs().stream()
                .filter(view -> view.program().id().equals(id))
                .findFirst();
    }
}
