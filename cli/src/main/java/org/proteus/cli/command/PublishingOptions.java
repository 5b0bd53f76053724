package org.proteus.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.proteus.cli.backend.PublishedBackend;
import org.proteus.cli.backend.SiteFolder;
import org.proteus.cli.remote.RemotePublishing;
import org.proteus.graph.publish.Expected;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where programs are published, and as whom. */
final class PublishingOptions {

    @Mixin private ServerOptions server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:PROTEUS_OPERATOR_TOKEN_FILE}",
            description = {
                "File with the operators' token of the server ($PROTEUS_OPERATOR_TOKEN_FILE);",
                "the server keeps operator.token in its data folder."
            })
    private Path tokenFile;

    @Option(
            names = "--expect",
            paramLabel = "VERSION",
            description = "Change nothing unless this is the current version; none: unless new.")
    private String expect;

    PublishedBackend backend() {
        Optional<Path> token =
                Optional.ofNullable(tokenFile).filter(file -> !file.toString().isEmpty());
        return server.server()
                .<PublishedBackend>map(uri -> new RemotePublishing(uri, token))
                .orElseGet(SiteFolder::open);
    }

    Expected expected() {
        if (expect == null) {
            return new Expected.Anything();
        }
        return expect.equals("none") ? new Expected.Nothing() : new Expected.Version(expect);
    }
}
