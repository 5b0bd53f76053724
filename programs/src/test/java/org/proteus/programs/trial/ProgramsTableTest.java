package org.proteus.programs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.programs.Program;

/** The user's table of programs says what the documents say. */
class ProgramsTableTest {

    private static final Path PAGE = Path.of("..", "docs", "programs.md");

    @Test
    void agreesWithTheDocuments() throws IOException {
        String expected = programs().map(ProgramsTableTest::rows).collect(Collectors.joining());
        // What to paste when a document has changed.
        Files.writeString(Path.of("target", "programs-table.md"), expected);

        assertThat(Files.readString(PAGE))
                .as("see programs/target/programs-table.md")
                .contains(expected);
    }

    private static Stream<TransformationProgram> programs() {
        return ServiceLoader.load(Program.class).stream()
                .flatMap(provider -> provider.get().documents().stream())
                .map(ProgramDocuments::read)
                .sorted((a, b) -> a.id().compareTo(b.id()));
    }

    private static String rows(TransformationProgram program) {
        String needs =
                program.packages().stream()
                        .map(SoftwarePackage::id)
                        .collect(Collectors.joining(", "));
        Map<String, List<TransformationUnit>> alike =
                program.units().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProgramsTableTest::key, TreeMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(entry ->
                        "| %s | %s | %s | %s |%n"
                                .formatted(
                                        program.id(),
                                        needs.isEmpty() ? "-" : needs,
                                        sources(entry.getValue()),
                                        entry.getKey()))
                .collect(Collectors.joining());
    }

    private static String sources(List<TransformationUnit> units) {
        return units.stream()
                .map(unit -> sources(unit) + except(unit))
                .sorted()
                .collect(Collectors.joining(", "))
                .replace("*/*", "any");
    }

    private static String sources(TransformationUnit unit) {
        return unit.sources().stream()
                .map(source -> source.mediaType().mediaType())
                .collect(Collectors.joining(" with "));
    }

    private static String except(TransformationUnit unit) {
        return unit.except().isEmpty()
                ? ""
                : unit.except().stream()
                        .map(ContentType::mediaType)
                        .collect(Collectors.joining(", ", " (but not ", ")"));
    }

    /** Units in one row have this in common: target, options, loss. */
    private static String key(TransformationUnit unit) {
        String options =
                Stream.concat(unit.target().parameters().stream(), unit.parameters().stream())
                        .map(ProgramsTableTest::option)
                        .collect(Collectors.joining(", "));
        return "%s | %s | %s"
                .formatted(
                        unit.target().mediaType().mediaType(),
                        options.isEmpty() ? "-" : options,
                        unit.loss().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String option(Parameter parameter) {
        String value = parameter.isAny() || parameter.isUnset() ? "" : "=" + parameter.value();
        return parameter.name() + value + (parameter.optional() ? "" : " (must)");
    }
}
