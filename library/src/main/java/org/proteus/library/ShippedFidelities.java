package org.proteus.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.LearnedStatistics;

/**
 * How much the shipped units were measured to keep, from the shipped settings. The file is YAML and
 * a list of properties at once, and read as the latter: every command reads it.
 */
final class ShippedFidelities {

    private static final String FILE = "/org/proteus/config/measured-fidelity.yaml";

    private ShippedFidelities() {}

    /** Tells statistics all of it. */
    static void into(LearnedStatistics statistics) {
        Properties lines = new Properties();
        try (InputStream in = ShippedFidelities.class.getResourceAsStream(FILE)) {
            lines.load(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        lines.forEach((unit, keeps) ->
                statistics.measured(
                        UnitId.parse(unit.toString()), Double.parseDouble(keeps.toString())));
    }
}
