package org.proteus.cli.output;

import java.util.Locale;
import org.proteus.cli.measure.UnitMeasurement;

/** Measurements as text. */
public final class MeasurementText {

    private MeasurementText() {}

    /** Returns a measurement as one row of a list. */
    public static String row(UnitMeasurement one) {
        String keeps =
                one.fidelity()
                        .map(share -> String.format(Locale.ROOT, "%5.1f %%", 100 * share))
                        .orElse("      -");
        String of = one.samples() == 1 ? "1 sample" : one.samples() + " samples";
        return "%-48s %s  %s%s"
                .formatted(
                        one.unit(), keeps, of, one.reason().isEmpty() ? "" : "  " + one.reason());
    }
}
