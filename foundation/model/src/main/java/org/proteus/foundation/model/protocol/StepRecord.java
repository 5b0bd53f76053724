package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.UnitId;

/**
 * What became of one step; goes into the report.
 *
 * @param unit the unit that ran
 * @param version version of its program document
 * @param tool the tool's own name and version; empty when unknown
 * @param source type that went in
 * @param target type that came out
 * @param arguments the exact argument list, program first, paths shortened to file names; for a
 *     class-based program its class and bound parameters
 * @param inputSize bytes that went in
 * @param outputSize bytes that came out; 0 when nothing usable did
 * @param durationMillis time it took, in milliseconds
 * @param exitCode exit code; -1 when there is none
 * @param lastWords the end of what the tool said; empty when it said nothing
 * @param problem why its output was not used; absent when it was
 */
public record StepRecord(
        UnitId unit,
        String version,
        String tool,
        ContentType source,
        ContentType target,
        List<String> arguments,
        long inputSize,
        long outputSize,
        long durationMillis,
        int exitCode,
        String lastWords,
        Optional<Problem> problem) {

    public StepRecord {
        arguments = List.copyOf(arguments);
    }

    /** Whether its output was used. */
    public boolean succeeded() {
        return problem.isEmpty();
    }
}
