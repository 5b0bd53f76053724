package org.proteus.cli.command;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:PROTEUS_SERVER}",
            description = "Server to use, for example http://localhost:8080 ($PROTEUS_SERVER).")
    private URI server;

    Optional<URI> server() {
        return Optional.ofNullable(server).filter(uri -> !uri.toString().isEmpty());
    }

    URI serverOrLocal() {
        return server().orElse(URI.create("http://localhost:8080"));
    }
}
