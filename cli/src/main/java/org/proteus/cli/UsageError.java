package org.proteus.cli;

import org.proteus.cli.command.ExitCodes;
import org.proteus.cli.output.Printer;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What to say of arguments that cannot be read: the mistake, not the whole manual. */
final class UsageError {

    private UsageError() {}

    static int report(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        String help = line.getCommandSpec().qualifiedName() + " --help";
        Problem problem =
                new Problem(
                        ErrorCode.BAD_REQUEST, failure.getMessage(), help + " shows what there is");
        new Printer(line.getOut(), line.getErr()).problem(problem);
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, line.getErr())
                && !line.getSubcommands().isEmpty()) {
            line.usage(line.getErr());
        }
        return ExitCodes.of(problem);
    }
}
