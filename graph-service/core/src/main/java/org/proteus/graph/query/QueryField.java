package org.proteus.graph.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;

/** What can be asked of a unit and its program; some fields have several values, or none. */
public enum QueryField {
    /** Id of the program. */
    PROGRAM_ID("programId"),
    /** Version of its document. */
    VERSION("version"),
    /** Where it comes from: shipped, site or published. */
    ORIGIN("origin"),
    /** Whether those who run the service vouch for it. */
    TRUSTED("trusted"),
    /** What it says of itself. */
    DESCRIPTION("description"),
    /** Class that runs it. */
    CLASS("class"),
    /** Packages that it needs. */
    PACKAGE("package"),
    /** Id of the unit. */
    UNIT_ID("unitId"),
    /** Media types that the unit takes. */
    SOURCE_TYPE("sourceType"),
    /** Media type that the unit gives. */
    TARGET_TYPE("targetType"),
    /** Names of parameters: of the program, of the unit, and of the type that it gives. */
    PARAMETER("parameter"),
    /** What the unit loses. */
    LOSS("loss"),
    /** Whether the unit only names other units. */
    COMPOSITE("composite"),
    /** Whether the unit is a name for a path. */
    NAMES_PATH("namesPath");

    private final String text;

    QueryField(String text) {
        this.text = text;
    }

    /** Returns its name in queries and results. */
    public String text() {
        return text;
    }

    List<String> of(Subject subject) {
        TransformationProgram program = subject.program();
        TransformationUnit unit = subject.unit();
        return switch (this) {
            case PROGRAM_ID -> List.of(program.id());
            case VERSION -> List.of(program.version());
            case ORIGIN -> List.of(word(subject.origin()));
            case TRUSTED -> List.of(Boolean.toString(subject.origin().isTrusted()));
            case DESCRIPTION -> List.of(program.description());
            case CLASS -> program.entryClass().stream().toList();
            case PACKAGE -> program.packages().stream().map(SoftwarePackage::id).toList();
            case UNIT_ID -> List.of(unit.id());
            case SOURCE_TYPE ->
                    unit.sources().stream().map(source -> source.mediaType().mediaType()).toList();
            case TARGET_TYPE -> List.of(unit.target().mediaType().mediaType());
            case PARAMETER -> parameters(subject);
            case LOSS -> List.of(word(unit.loss()));
            case COMPOSITE -> List.of(Boolean.toString(unit.isComposite()));
            case NAMES_PATH -> List.of(Boolean.toString(program.namesPaths()));
        };
    }

    /** Whether it says something of the unit, not of the program alone. */
    boolean isOfUnit() {
        return compareTo(UNIT_ID) >= 0 && this != NAMES_PATH;
    }

    static Optional<QueryField> named(String name) {
        return Stream.of(values()).filter(field -> field.text.equalsIgnoreCase(name)).findFirst();
    }

    static String names() {
        return Stream.of(values()).map(QueryField::text).collect(Collectors.joining(", "));
    }

    private static List<String> parameters(Subject subject) {
        return Stream.of(
                        subject.unit().parameters(),
                        subject.unit().target().parameters(),
                        subject.program().parameters())
                .flatMap(List::stream)
                .map(Parameter::name)
                .distinct()
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
