package org.proteus.cli.output;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.publish.ProgramVersion;

/** Programs as text. */
public final class ProgramText {

    private ProgramText() {}

    /** Returns a program as one row of a list. */
    public static String row(ProgramView view) {
        return "%-14s %-11s %3d units  %s"
                .formatted(
                        view.program().id(),
                        view.state(),
                        view.program().units().size(),
                        view.reason());
    }

    /** Returns a version as one row of a list. */
    public static String row(ProgramVersion version) {
        return "%-16s %s  %s%s"
                .formatted(
                        version.version(),
                        version.published(),
                        version.checksum(),
                        version.current() ? "  current" : "");
    }

    /** Prints a program with its units and what was learned of them. */
    public static void print(ProgramView view, List<UnitStatisticsView> learned, Printer printer) {
        printer.line(row(view));
        printer.line(view.program().description());
        printer.line(origin(view));
        view.program()
                .packages()
                .forEach(needed -> printer.line("needs " + needed.id() + " " + needed.location()));
        for (TransformationUnit unit : view.program().units()) {
            printer.line("  " + unit(unit));
            UnitId id = new UnitId(view.program().id(), unit.id());
            learned.stream()
                    .filter(known -> known.unit().equals(id))
                    .flatMap(StatisticsText::lines)
                    .forEach(line -> printer.line("      " + line));
        }
    }

    private static String origin(ProgramView view) {
        String origin = view.origin().name().toLowerCase(Locale.ROOT);
        return "%s, version %s%s"
                .formatted(
                        origin,
                        view.program().version(),
                        view.trusted() ? "" : ", runs as untrusted");
    }

    private static String unit(TransformationUnit unit) {
        String sources =
                unit.sources().stream().map(ProgramText::type).collect(Collectors.joining(" + "));
        String parameters =
                unit.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
        return "%-24s %s -> %s%s"
                .formatted(
                        unit.id(),
                        sources,
                        type(unit.target()),
                        parameters.isEmpty() ? "" : "  (" + parameters + ")");
    }

    private static String type(TypePattern pattern) {
        return pattern.mediaType().mediaType()
                + pattern.parameters().stream()
                        .map(parameter -> "; " + parameter.name() + "=" + parameter.value())
                        .collect(Collectors.joining());
    }
}
