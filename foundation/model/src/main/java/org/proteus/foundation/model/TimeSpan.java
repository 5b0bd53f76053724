package org.proteus.foundation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as people write it: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code
 * 7d}. A unit is always needed.
 *
 * @param duration the span, in whole milliseconds; never negative
 */
public record TimeSpan(Duration duration) implements Comparable<TimeSpan> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    public TimeSpan {
        Objects.requireNonNull(duration, "duration is null");
        if (duration.isNegative() || !duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
            throw new IllegalArgumentException(
                    "a time span is whole milliseconds and not negative, found " + duration);
        }
    }

    /**
     * Parses a time span.
     *
     * @throws IllegalArgumentException if it is not a whole number with a unit
     */
    @JsonCreator
    public static TimeSpan parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time span; write a whole number and ms, s, m, h or d");
        }
        long amount = Long.parseLong(matcher.group(1));
        return new TimeSpan(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    /** Returns the text that {@link #parse} reads back, in the largest unit that is exact. */
    @Override
    @JsonValue
    public String toString() {
        long seconds = duration.toSeconds();
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        if (seconds % 3600 != 0) {
            return seconds / 60 + "m";
        }
        return seconds % 86_400 == 0 ? seconds / 86_400 + "d" : seconds / 3600 + "h";
    }

    @Override
    public int compareTo(TimeSpan other) {
        return duration.compareTo(other.duration);
    }
}
