package org.proteus.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A command line as a list of arguments; no shell ever sees it.
 *
 * @param arguments executable (absolute path) and its arguments
 * @param environment variables set beside the few that every child gets
 * @param produced where the tool leaves its result when it cannot be told to write to the output
 *     file; moved there afterwards
 * @param progress reads progress from a line of the tool's output, if the line holds any
 */
public record Command(
        List<String> arguments,
        Map<String, String> environment,
        Optional<Path> produced,
        Function<String, Optional<Step>> progress) {

    /**
     * Progress read from a line.
     *
     * @param done work done so far
     * @param total work in all; 0 when unknown
     * @param measure what is counted
     */
    public record Step(long done, long total, String measure) {}

    public Command {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Returns a command that writes to the output file and tells no progress. */
    public static Command of(List<String> arguments) {
        return new Command(arguments, Map.of(), Optional.empty(), line -> Optional.empty());
    }
}
