package org.proteus.cli.command;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.proteus.cli.config.SettingsFile;
import org.proteus.cli.output.Printer;
import org.proteus.cli.service.RunningWorker;
import org.proteus.cli.service.WorkerProcessSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A worker that pulls its tasks from a coordinator, until it is told to end. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a worker for a coordinator.",
            "It opens connections only, nobody connects to it.",
            "SIGTERM lets it finish what it has; a second one ends it at once."
        })
public final class WorkerCommand implements Callable<Integer> {

    private static final String PREFIX = "PROTEUS_WORKER_";

    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings, in YAML.")
    private Path config;

    @Option(
            names = "--coordinator",
            paramLabel = "URL",
            description = {
                "Whom to work for. Repeatable: of several on the same database one is talked to,",
                "and the next when it does not answer."
            })
    private List<String> coordinators = List.of();

    @Option(names = "--token-file", paramLabel = "FILE", description = "The coordinator's token.")
    private Path tokenFile;

    @Option(
            names = "--join-file",
            paramLabel = "FILE",
            description = {
                "One-time token of this machine, whose id is --id. The worker makes a token of its",
                "own in --token-file, has it accepted once, and deletes this file."
            })
    private Path joinFile;

    @Option(names = "--slots", paramLabel = "N", description = "Tasks run at once.")
    private Integer slots;

    @Option(names = "--pool", paramLabel = "NAME", description = "Group of workers.")
    private String pool;

    @Option(names = "--id", paramLabel = "ID", description = "Id; made up when not given.")
    private String id;

    @Option(names = "--work", paramLabel = "DIR", description = "Folder for intermediate files.")
    private Path work;

    @Option(names = "--programs", paramLabel = "DIR", description = "Your program documents.")
    private Path programs;

    @Option(
            names = "--untrusted",
            paramLabel = "HOW",
            description = {
                "Published programs: shipped (run those that use classes of this software),",
                "run (any class here) or refuse."
            })
    private String untrusted;

    @Option(
            names = "--root",
            paramLabel = "NAME=DIR",
            description = "Folder of a file root that is mounted here. Repeatable.")
    private Map<String, Path> roots = Map.of();

    @Option(
            names = "--insecure-http",
            description = "Send the token over plain HTTP to another machine all the same.")
    private boolean insecure;

    @Option(names = "--supervised", hidden = true)
    private boolean supervised;

    @Override
    public Integer call() throws InterruptedException {
        Printer printer = new Printer(spec.commandLine().getOut(), spec.commandLine().getErr());
        RunningWorker worker = RunningWorker.start(settings());
        Shutdown shutdown = Shutdown.closing(worker);
        if (supervised) {
            SupervisedInput.onEnd(worker::drain);
        }
        String whom = worker.coordinators().stream().map(URI::toString).collect(joining(", "));
        printer.line("worker " + worker.id() + " works for " + whom);
        try {
            worker.awaitEnd();
        } finally {
            shutdown.ended();
        }
        return ExitCodes.DONE;
    }

    private WorkerProcessSettings settings() {
        SettingsFile file = SettingsFile.read("worker", Optional.ofNullable(config), environment());
        return CheckedSettings.of(() ->
                WorkerProcessSettings.of(file, Optional.ofNullable(id), insecure)
                        .withRoots(roots.keySet()));
    }

    /** What stands on the command line wins over everything else. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        put(
                environment,
                "COORDINATOR",
                coordinators.isEmpty() ? null : String.join(",", coordinators));
        put(environment, "TOKEN_FILE", tokenFile);
        put(environment, "JOIN_FILE", joinFile);
        put(environment, "SLOTS", slots);
        put(environment, "POOL", pool);
        put(environment, "WORK", work);
        put(environment, "PROGRAMS", programs);
        put(environment, "UNTRUSTED", untrusted);
        return environment;
    }

    private static void put(Map<String, String> environment, String key, Object value) {
        Optional.ofNullable(value).ifPresent(set -> environment.put(PREFIX + key, set.toString()));
    }
}
