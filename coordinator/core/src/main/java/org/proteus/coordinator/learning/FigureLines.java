package org.proteus.coordinator.learning;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.SizeClass;
import org.proteus.graph.UnitFigures;

/** Figures as lines of text, so that a command reads them without a parser. Not thread-safe. */
final class FigureLines {

    private static final String FIDELITY = "fidelity";

    /** When something was last heard of a unit, in milliseconds since 1970. */
    record Dated<T>(T value, long changed) {}

    final Map<String, Dated<UnitFigures>> figures = new TreeMap<>();
    final Map<UnitId, Dated<Double>> fidelities = new TreeMap<>();

    /** Reads a line; one that cannot be read is left out, for figures come back by themselves. */
    void read(String line) {
        String[] parts = line.split("\t", -1);
        try {
            if (parts.length == 4 && parts[1].equals(FIDELITY)) {
                fidelity(parts).ifPresent(known -> fidelities.put(UnitId.parse(parts[0]), known));
            } else if (parts.length == 6) {
                put(figures(parts), Long.parseLong(parts[5]));
            }
        } catch (IllegalArgumentException damaged) {
            return;
        }
    }

    private static Optional<Dated<Double>> fidelity(String[] parts) {
        double value = Double.parseDouble(parts[2]);
        return value >= 0 && value <= 1
                ? Optional.of(new Dated<>(value, Long.parseLong(parts[3])))
                : Optional.empty();
    }

    private static UnitFigures figures(String[] parts) {
        return new UnitFigures(
                UnitId.parse(parts[0]),
                SizeClass.valueOf(parts[1]),
                Double.parseDouble(parts[2]),
                Double.parseDouble(parts[3]),
                Double.parseDouble(parts[4]));
    }

    void put(UnitFigures one, long now) {
        figures.put(key(one), new Dated<>(one, now));
    }

    static String key(UnitFigures figures) {
        return figures.unit() + " " + figures.size();
    }

    /** Returns all lines, by unit. */
    String text() {
        StringBuilder text = new StringBuilder();
        figures.values().forEach(one -> text.append(line(one)));
        fidelities.forEach((unit, known) ->
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%s\t%s\t%.6f\t%d\n",
                                unit,
                                FIDELITY,
                                known.value,
                                known.changed)));
        return text.toString();
    }

    private static String line(Dated<UnitFigures> one) {
        UnitFigures value = one.value;
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%.6f\t%.6f\t%.6f\t%d\n",
                value.unit(),
                value.size(),
                value.runs(),
                value.successes(),
                value.seconds(),
                one.changed);
    }
}
