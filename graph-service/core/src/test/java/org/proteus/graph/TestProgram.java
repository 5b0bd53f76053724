package org.proteus.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.program.UnitStep;

/**
 * Writes programs for tests in few words. Types are content types whose parameters become declared
 * ones; a value that starts with {@code ?} is optional. What is built has been through XML.
 */
final class TestProgram {

    private final String id;
    private final List<Parameter> globals = new ArrayList<>();
    private final List<TransformationUnit> units = new ArrayList<>();

    private TestProgram(String id) {
        this.id = id;
    }

    static TestProgram program(String id) {
        return new TestProgram(id);
    }

    TestProgram global(String parameter) {
        globals.add(parameter(parameter));
        return this;
    }

    TestProgram lossless(String unit, String source, String target, String... parameters) {
        return unit(unit, source, target, LossClass.LOSSLESS, List.of(), parameters);
    }

    TestProgram lossy(String unit, String source, String target, String... parameters) {
        return unit(unit, source, target, LossClass.LOSSY, List.of(), parameters);
    }

    TestProgram losing(String unit, String source, String target, String... parameters) {
        return unit(unit, source, target, LossClass.STRUCTURE_LOST, List.of(), parameters);
    }

    TestProgram unit(
            String unit,
            String source,
            String target,
            LossClass loss,
            List<String> kept,
            String... parameters) {
        units.add(
                new TransformationUnit(
                        unit,
                        List.of(pattern(source)),
                        pattern(target),
                        Stream.of(parameters).map(TestProgram::parameter).toList(),
                        List.of(),
                        UnitLimits.NONE,
                        loss,
                        0,
                        kept,
                        List.of()));
        return this;
    }

    /** Names types that the unit added last does not take. */
    TestProgram except(String... types) {
        List<ContentType> except = Stream.of(types).map(ContentType::parse).toList();
        return last(unit -> changed(unit, unit.sources(), unit.limits(), except));
    }

    /** Limits the input of the unit added last. */
    TestProgram maxInput(long bytes) {
        UnitLimits limits = new UnitLimits(bytes, 0, 0, 0, 0, 0);
        return last(unit -> changed(unit, unit.sources(), limits, unit.except()));
    }

    /** Gives the unit added last more sources. */
    TestProgram alsoTaking(String... partners) {
        Stream<TypePattern> further = Stream.of(partners).map(TestProgram::pattern);
        return last(unit -> {
            List<TypePattern> sources = Stream.concat(unit.sources().stream(), further).toList();
            return changed(unit, sources, unit.limits(), unit.except());
        });
    }

    private TestProgram last(UnaryOperator<TransformationUnit> change) {
        units.add(change.apply(units.removeLast()));
        return this;
    }

    private static TransformationUnit changed(
            TransformationUnit unit,
            List<TypePattern> sources,
            UnitLimits limits,
            List<ContentType> except) {
        return new TransformationUnit(
                unit.id(),
                sources,
                unit.target(),
                unit.parameters(),
                unit.composition(),
                limits,
                unit.loss(),
                unit.bytesPerSecond(),
                unit.kept(),
                except);
    }

    /** Adds a composite; a step is {@code program/unit} and values behind it. */
    TestProgram composite(String unit, String source, String target, String... steps) {
        units.add(
                new TransformationUnit(
                        unit,
                        List.of(pattern(source)),
                        pattern(target),
                        List.of(),
                        Stream.of(steps).map(TestProgram::step).toList(),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        0,
                        List.of(),
                        List.of()));
        return this;
    }

    TransformationProgram build() {
        TransformationProgram program =
                new TransformationProgram(
                        id,
                        "1.0",
                        "",
                        List.of(),
                        Optional.of("org.example." + id.toUpperCase(Locale.ROOT)),
                        globals,
                        units,
                        false,
                        "");
        String document = ProgramDocuments.print(program);
        return ProgramDocuments.parse(document.getBytes(StandardCharsets.UTF_8), id + ".xml");
    }

    static TypePattern pattern(String text) {
        ContentType type = ContentType.parse(text);
        return new TypePattern(
                type, type.parameters().entrySet().stream().map(TestProgram::declared).toList());
    }

    private static Parameter declared(Map.Entry<String, String> entry) {
        boolean optional = entry.getValue().startsWith("?");
        String value = optional ? entry.getValue().substring(1) : entry.getValue();
        return new Parameter(entry.getKey(), value, optional);
    }

    private static Parameter parameter(String text) {
        int equals = text.indexOf('=');
        return declared(Map.entry(text.substring(0, equals), text.substring(equals + 1)));
    }

    private static UnitStep step(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return new UnitStep(
                UnitId.parse(words.getFirst()),
                words.subList(1, words.size()).stream().map(TestProgram::parameter).toList());
    }
}
