package org.proteus.programs.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param arguments executable (absolute path) and its arguments
 * @param environment variables beside the few that every child gets
 * @param scratch its folder: where it starts, its home, its place for temporary files
 * @param output files outside the scratch folder that it writes
 * @param limits limits of the whole tree
 */
public record ProcessRequest(
        List<String> arguments,
        Map<String, String> environment,
        Path scratch,
        List<Path> output,
        ProcessLimits limits) {

    /**
     * @throws IllegalArgumentException if the executable is not an absolute path or an argument
     *     holds a NUL character
     */
    public ProcessRequest {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        output = List.copyOf(output);
        if (arguments.isEmpty() || !Path.of(arguments.getFirst()).isAbsolute()) {
            throw new IllegalArgumentException("the executable must be an absolute path");
        }
        if (arguments.stream().anyMatch(argument -> argument.indexOf(0) >= 0)) {
            throw new IllegalArgumentException("an argument holds a NUL character");
        }
    }
}
