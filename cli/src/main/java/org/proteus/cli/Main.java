package org.proteus.cli;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import org.proteus.cli.command.DemoCommand;
import org.proteus.cli.command.ExitCodes;
import org.proteus.cli.command.GraphCommand;
import org.proteus.cli.command.GraphServiceCommand;
import org.proteus.cli.command.JobsCommand;
import org.proteus.cli.command.MeasureCommand;
import org.proteus.cli.command.PlanCommand;
import org.proteus.cli.command.ProgramsCommand;
import org.proteus.cli.command.ServeCommand;
import org.proteus.cli.command.SimulateCommand;
import org.proteus.cli.command.TransformCommand;
import org.proteus.cli.command.WorkerCommand;
import org.proteus.cli.command.WorkersCommand;
import org.proteus.cli.logging.ConsoleLogging;
import org.proteus.cli.output.Printer;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code proteus} command. */
@Command(
        name = "proteus",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        description = "Transforms data objects from one content type to another.")
public final class Main {

    private static final List<Entry<String, Class<?>>> COMMANDS =
            List.of(
                    entry("transform", TransformCommand.class),
                    entry("plan", PlanCommand.class),
                    entry("graph", GraphCommand.class),
                    entry("serve", ServeCommand.class),
                    entry("graph-service", GraphServiceCommand.class),
                    entry("worker", WorkerCommand.class),
                    entry("workers", WorkersCommand.class),
                    entry("jobs", JobsCommand.class),
                    entry("programs", ProgramsCommand.class),
                    entry("measure", MeasureCommand.class),
                    entry("simulate", SimulateCommand.class),
                    entry("demo", DemoCommand.class));

    /** Commands that run until they are told to end, and tell what they do. */
    private static final Set<String> SERVICES = Set.of("serve", "graph-service", "worker");

    private Main() {}

    /**
     * Runs the command that the arguments name and exits with its code.
     *
     * @param args the command line after {@code proteus}
     */
    public static void main(String[] args) {
        if (args.length > 0 && SERVICES.contains(args[0])) {
            System.setProperty(ConsoleLogging.LEVEL, "info");
        }
        System.exit(commandLine(args).execute(args));
    }

    /**
     * Returns the command line, ready to execute these arguments. A command that they name is set
     * up alone: to reflect on all of them takes longer than to start everything else.
     */
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        String first = args.length == 0 ? "" : args[0];
        boolean named = COMMANDS.stream().anyMatch(command -> command.getKey().equals(first));
        COMMANDS.stream()
                .filter(command -> !named || command.getKey().equals(first))
                .forEach(command -> line.addSubcommand(command.getValue()));
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(UsageError::report)
                .setExecutionExceptionHandler((failure, at, parsed) -> report(failure, at));
    }

    private static int report(Exception failure, CommandLine line) {
        Problem problem =
                failure instanceof ProteusException known
                        ? known.problem()
                        : Problem.of(ErrorCode.INTERNAL, "a defect of Proteus: " + failure);
        if (problem.code() == ErrorCode.INTERNAL) {
            LoggerFactory.getLogger(Main.class).error("command failed", failure);
        }
        new Printer(line.getOut(), line.getErr()).problem(problem);
        return ExitCodes.of(problem);
    }
}
