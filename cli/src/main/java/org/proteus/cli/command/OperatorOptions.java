package org.proteus.cli.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which server an operator speaks to, and what shows that it is one. */
final class OperatorOptions {

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

    Optional<URI> server() {
        return server.server();
    }

    URI serverOrLocal() {
        return server.serverOrLocal();
    }

    Optional<Path> tokenFile() {
        return Optional.ofNullable(tokenFile).filter(file -> !file.toString().isEmpty());
    }
}
