package org.proteus.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.proteus.cli.backend.PublishedBackend;
import org.proteus.cli.output.ProgramText;
import org.proteus.graph.publish.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the versions of a published program. */
@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description = "Every version of a published program, or the document of one.")
final class VersionsCommand implements Callable<Integer> {

    @Mixin private PublishingOptions where;
    @Mixin private OutputOptions output;

    @Option(
            names = "--show",
            paramLabel = "VERSION",
            description = "Print the document of that version as it was published.")
    private String show;

    @Parameters(paramLabel = "ID", description = "Id of the program.")
    private String id;

    @Override
    public Integer call() {
        try (PublishedBackend backend = where.backend()) {
            if (show != null) {
                String document = new String(backend.document(id, show), StandardCharsets.UTF_8);
                output.printer().line(document.strip());
                return ExitCodes.DONE;
            }
            List<ProgramVersion> versions = backend.versions(id);
            if (output.json()) {
                output.printer().json(versions);
            } else {
                versions.forEach(one -> output.printer().line(ProgramText.row(one)));
            }
            return ExitCodes.DONE;
        }
    }
}
