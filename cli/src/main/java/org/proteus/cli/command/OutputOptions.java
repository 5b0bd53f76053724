package org.proteus.cli.command;

import org.proteus.cli.output.Printer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a command prints; mixed into every command that has a result. */
final class OutputOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    boolean json() {
        return json;
    }

    Printer printer() {
        return new Printer(command.commandLine().getOut(), command.commandLine().getErr());
    }
}
