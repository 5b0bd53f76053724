package org.proteus.programs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation.Input;

/**
 * Something to transform.
 *
 * @param unit unit that does it
 * @param inputs files with their types
 * @param target type wanted
 * @param parameters parameters that differ from what the document says
 */
public record ProgramSample(
        String unit, List<Input> inputs, ContentType target, Map<String, String> parameters) {

    /** Changes the bytes of an object. */
    @FunctionalInterface
    public interface Damage {
        byte[] apply(byte[] bytes);
    }

    /** Returns a sample with one input and no parameters. */
    public static ProgramSample of(String unit, Path file, String type, String target) {
        Input input = new Input(file, ContentType.parse(type), file.getFileName().toString());
        return new ProgramSample(unit, List.of(input), ContentType.parse(target), Map.of());
    }

    /** Returns this sample with a further input. */
    public ProgramSample and(Path file, String type) {
        Input further = new Input(file, ContentType.parse(type), file.getFileName().toString());
        return new ProgramSample(
                unit,
                Stream.concat(inputs.stream(), Stream.of(further)).toList(),
                target,
                parameters);
    }

    /** Returns this sample with these parameters. */
    public ProgramSample with(Map<String, String> wanted) {
        return new ProgramSample(unit, inputs, target, wanted);
    }

    /** Returns this sample with copies of its inputs that were damaged. */
    ProgramSample damaged(Path folder, Damage damage) throws IOException {
        Path place = Files.createTempDirectory(folder, "damaged-");
        List<Input> copies = new java.util.ArrayList<>();
        for (Input input : inputs) {
            Path copy = place.resolve(copies.size() + "-" + input.file().getFileName());
            Files.write(copy, damage.apply(Files.readAllBytes(input.file())));
            copies.add(new Input(copy, input.type(), input.name()));
        }
        return new ProgramSample(unit, copies, target, parameters);
    }

    @Override
    public String toString() {
        return unit + " " + inputs.getFirst().file().getFileName() + " -> " + target + parameters;
    }
}
