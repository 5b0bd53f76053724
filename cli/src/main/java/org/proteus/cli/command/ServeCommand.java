package org.proteus.cli.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.cli.backend.StateFolders;
import org.proteus.cli.config.SettingsFile;
import org.proteus.cli.output.Printer;
import org.proteus.cli.service.Service;
import org.proteus.cli.service.ServiceSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A coordinator with REST, SOAP and a local pool of workers, until it is told to end. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a coordinator with a local pool of workers.",
            "REST under /api/v1, SOAP under /soap, /health/live and /health/ready. It listens on"
                    + " loopback unless told otherwise."
        })
public final class ServeCommand implements Callable<Integer> {

    private static final String PREFIX = "PROTEUS_COORDINATOR_";

    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, in YAML.")
    private Path config;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on.")
    private String host;

    @Option(names = "--port", paramLabel = "PORT", description = "Port; 0 takes a free one.")
    private Integer port;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the service's data.")
    private Path data;

    @Option(names = "--programs", paramLabel = "DIR", description = "Your program documents.")
    private Path programs;

    @Option(
            names = "--operator-token-file",
            paramLabel = "FILE",
            description = "Token of those who publish programs; made when it is not there.")
    private Path operatorTokenFile;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Most local worker processes; 0: none, others bring the workers.")
    private Integer workers;

    @Option(
            names = "--root",
            paramLabel = "NAME=DIR",
            description = "Folder that requests may name with file: URIs. Repeatable.")
    private Map<String, Path> roots = Map.of();

    @Override
    public Integer call() throws InterruptedException {
        Printer printer = new Printer(spec.commandLine().getOut(), spec.commandLine().getErr());
        Service service = Service.start(settings());
        Shutdown shutdown = Shutdown.closing(service);
        printer.line("Proteus listens on " + service.uri());
        printer.remark("REST " + service.uri() + "/api/v1  SOAP " + service.uri() + "/soap");
        shutdown.await();
        return ExitCodes.DONE;
    }

    private ServiceSettings settings() {
        SettingsFile file =
                SettingsFile.read("coordinator", Optional.ofNullable(config), environment());
        return CheckedSettings.of(
                () -> ServiceSettings.of(file, StateFolders.data()).withRoots(absolute(roots)));
    }

    /** What stands on the command line wins over everything else. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        put(environment, "HOST", host);
        put(environment, "PORT", port);
        put(environment, "DATA", data);
        put(environment, "PROGRAMS", programs);
        put(environment, "OPERATOR_TOKEN_FILE", operatorTokenFile);
        put(environment, "WORKERS_MAX", workers);
        return environment;
    }

    private static void put(Map<String, String> environment, String key, Object value) {
        Optional.ofNullable(value).ifPresent(set -> environment.put(PREFIX + key, set.toString()));
    }

    static Map<String, Path> absolute(Map<String, Path> roots) {
        Map<String, Path> absolute = new HashMap<>();
        roots.forEach((name, folder) -> absolute.put(name, folder.toAbsolutePath().normalize()));
        return absolute;
    }
}
