package org.proteus.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.proteus.cli.backend.PublishedBackend;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.graph.publish.ProgramVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Publishes a program document. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes a program document on a server, which keeps every version and runs it as",
            "untrusted; without --server puts it into your own folder of program documents."
        })
final class PublishCommand implements Callable<Integer> {

    @Mixin private PublishingOptions where;
    @Mixin private OutputOptions output;

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file;

    @Override
    public Integer call() {
        Bytes document = read();
        String id = ProgramDocuments.parse(document.array(), String.valueOf(file)).id();
        try (PublishedBackend backend = where.backend()) {
            ProgramVersion version = backend.publish(id, document, where.expected());
            if (output.json()) {
                output.printer().json(version);
            } else {
                output.printer().line(version.id() + " " + version.version() + " is published");
            }
            return ExitCodes.DONE;
        }
    }

    private Bytes read() {
        try {
            if (Files.size(file) > ProgramDocuments.LONGEST) {
                throw new ProteusException(
                        ErrorCode.TOO_LARGE,
                        file + " is larger than 1MB",
                        "split it into several programs");
            }
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the document " + file + " cannot be read",
                            "name a file that this user may read"),
                    unreadable);
        }
    }
}
