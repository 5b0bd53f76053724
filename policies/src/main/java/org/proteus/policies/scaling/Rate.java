package org.proteus.policies.scaling;

import java.util.Locale;
import java.util.Optional;

/**
 * How fast a job goes.
 *
 * @param perSecond work units per second; at least 0 and finite
 * @param error standard error of {@code perSecond}, in the same unit; absent when nobody knows it
 * @param measure what a work unit is, for example {@code bytes} or {@code objects}
 */
public record Rate(double perSecond, Optional<Double> error, String measure) {

    private static final String BYTES = "bytes";
    private static final double THOUSAND = 1000;

    /**
     * @throws IllegalArgumentException if a number is negative, infinite or not a number
     */
    public Rate {
        if (!(perSecond >= 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("rate must be >= 0 and finite, found " + perSecond);
        }
        error.ifPresent(Rate::refuseWrongError);
    }

    private static void refuseWrongError(double error) {
        if (!(error >= 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("error must be >= 0 and finite, found " + error);
        }
    }

    /** Returns the rate for people, for example {@code 5.90 MB/s}. */
    public String text() {
        return text(perSecond) + " " + unit(perSecond);
    }

    /** Returns the way from another rate to this one, for example {@code 3.10 -> 5.90 MB/s}. */
    public String after(Rate before) {
        String unit = before.unit(before.perSecond);
        String from = before.text(before.perSecond);
        return unit.equals(unit(perSecond))
                ? from + " -> " + text()
                : from + " " + unit + " -> " + text();
    }

    private String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value / scale(value));
    }

    private String unit(double value) {
        if (!measure.equals(BYTES)) {
            return measure + "/s";
        }
        double scale = scale(value);
        return scale >= THOUSAND * THOUSAND ? "MB/s" : scale >= THOUSAND ? "kB/s" : "B/s";
    }

    private double scale(double value) {
        if (!measure.equals(BYTES) || value < THOUSAND) {
            return 1;
        }
        return value < THOUSAND * THOUSAND ? THOUSAND : THOUSAND * THOUSAND;
    }
}
