package org.proteus.programs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;

/**
 * One run of a unit.
 *
 * @param unit id of the unit inside the program
 * @param inputs inputs in the order of the unit's sources; harmless names given by the worker
 * @param target type to produce, with the parameters asked for
 * @param parameters bound program parameters by name, as the document declares them
 * @param output file to write
 * @param scratch empty folder for the run's own files; deleted afterwards
 */
public record Invocation(
        String unit,
        List<Input> inputs,
        ContentType target,
        Map<String, String> parameters,
        Path output,
        Path scratch) {

    /**
     * An input.
     *
     * @param file where it lies
     * @param type its type
     * @param name the object's own name; untrusted, for archives and titles only
     */
    public record Input(Path file, ContentType type, String name) {}

    public Invocation {
        inputs = List.copyOf(inputs);
        parameters = Map.copyOf(parameters);
    }

    /** Returns the only input of a unit with one source. */
    public Input input() {
        return inputs.getFirst();
    }
}
