package org.proteus.cli.measure;

import java.util.List;
import java.util.Locale;

/** Measurements as a settings file. */
public final class MeasuredFile {

    private MeasuredFile() {}

    /** Returns the text of a file that says so of itself, a line for each unit that was judged. */
    public static String text(List<UnitMeasurement> measurements) {
        StringBuilder text = new StringBuilder();
        text.append(
                """
                # Settings of `proteus measure`: how much of an object each unit was measured to keep,
                # 0 (nothing) to 1 (everything), as a mean over samples. Plans are chosen by it.
                # Written by `proteus measure --samples DIR --output FILE` or by FidelityIT, not by hand:
                # `mvn verify -Pslow -pl cli -am -Dit.test=FidelityIT` measures all units and leaves this file
                # in cli/target.
                """);
        for (UnitMeasurement one : measurements) {
            one.fidelity()
                    .ifPresent(keeps ->
                            text.append(
                                    String.format(Locale.ROOT, "%s: %.4f\n", one.unit(), keeps)));
        }
        return text.toString();
    }
}
