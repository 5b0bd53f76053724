package org.proteus.cli;

import java.util.Set;
import org.proteus.cli.command.DemoCommand;
import org.proteus.cli.command.ExitCodes;
import org.proteus.cli.command.JobsCommand;
import org.proteus.cli.command.PlanCommand;
import org.proteus.cli.command.ProgramsCommand;
import org.proteus.cli.command.ServeCommand;
import org.proteus.cli.command.TransformCommand;
import org.proteus.cli.command.WorkerCommand;
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
        description = "Transforms data objects from one content type to another.",
        subcommands = {
            TransformCommand.class,
            PlanCommand.class,
            ServeCommand.class,
            WorkerCommand.class,
            JobsCommand.class,
            ProgramsCommand.class,
            DemoCommand.class
        })
public final class Main {

    /** Commands that run until they are told to end, and tell what they do. */
    private static final Set<String> SERVICES = Set.of("serve", "worker");

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
        System.exit(commandLine().execute(args));
    }

    /** Returns the command line, ready to execute arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line));
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
