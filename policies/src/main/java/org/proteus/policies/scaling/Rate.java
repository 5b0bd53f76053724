package org.proteus.policies.scaling;

import java.util.Locale;
import java.util.Optional;

/**
 * How fast a job goes.
 *
 * @param perSecond work units per second; at least 0 and finite
 * @param error standard error of {@code perSecond}, in the same unit; absent when nobody knows it
 * @param measure what a work unit is, for example {@code bytes}, {@code ms} of media, {@code
 *     pixels} or {@code objects}
 */
public record Rate(double perSecond, Optional<Double> error, String measure) {

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
        return number(scale()) + " " + scale().unit();
    }

    /** Returns the way from another rate to this one, for example {@code 3.10 -> 5.90 MB/s}. */
    public String after(Rate before) {
        Scale from = before.scale();
        return before.number(from)
                + (from.equals(scale()) ? "" : " " + from.unit())
                + " -> "
                + text();
    }

    private String number(Scale scale) {
        return String.format(Locale.ROOT, "%.3g", perSecond / scale.divisor());
    }

    private record Scale(double divisor, String unit) {}

    private Scale scale() {
        return switch (measure) {
            case "bytes" -> decimal("B/s");
            case "pixels" -> decimal("pixel/s");
            case "ms" -> new Scale(THOUSAND, "s of media a second");
            default -> new Scale(1, measure + "/s");
        };
    }

    private Scale decimal(String unit) {
        if (perSecond < THOUSAND) {
            return new Scale(1, unit);
        }
        return perSecond < THOUSAND * THOUSAND
                ? new Scale(THOUSAND, "k" + unit)
                : new Scale(THOUSAND * THOUSAND, "M" + unit);
    }
}
