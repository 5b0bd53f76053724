package org.proteus.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.cli.output.Printer;
import org.proteus.cli.service.GraphService;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.HttpSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The graph as a service of its own, until it is told to end. */
@Command(
        name = "graph-service",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a service that plans and runs nothing: REST under /api/v1, SOAP under /soap/graph,",
            "/health/live and /health/ready. It listens on loopback unless told otherwise."
        })
public final class GraphServiceCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}).")
    private String host = HttpSettings.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8090;

    @Option(
            names = "--programs",
            paramLabel = "DIR",
            description = "Your program documents; read again when they change.")
    private Path programs;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder for programs that operators publish, and for their token; without it",
                "nothing can be published."
            })
    private Path data;

    @Override
    public Integer call() throws InterruptedException {
        Printer printer = new Printer(spec.commandLine().getOut(), spec.commandLine().getErr());
        GraphService service = GraphService.start(settings(), folder(), Optional.ofNullable(data));
        Shutdown shutdown = Shutdown.closing(service);
        printer.line("Proteus listens on " + service.uri());
        printer.remark("REST " + service.uri() + "/api/v1  SOAP " + service.uri() + "/soap/graph");
        shutdown.await();
        return ExitCodes.DONE;
    }

    private HttpSettings settings() {
        try {
            return HttpSettings.on(host, port);
        } catch (IllegalArgumentException e) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST, "--host or --port: " + e.getMessage(), "correct it");
        }
    }

    private Optional<Path> folder() {
        if (programs != null && !Files.isDirectory(programs)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "--programs: there is no folder " + programs,
                    "make it, or leave the option out to plan with the shipped programs alone");
        }
        return Optional.ofNullable(programs);
    }
}
