package org.proteus.foundation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of data as people write it: {@code 512B}, {@code 64KB}, {@code 16MB}, {@code 2GB},
 * {@code 1TB}. Each unit is 1024 times the one before; case is ignored; a unit is always needed.
 *
 * @param bytes the amount in bytes; never negative
 */
public record DataSize(long bytes) implements Comparable<DataSize> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})([kmgt]?b)");
    private static final String UNITS = "bkmgt";

    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size must not be negative, found " + bytes);
        }
    }

    /**
     * Parses a size.
     *
     * @throws IllegalArgumentException if it is not a whole number with a unit, or too large
     */
    @JsonCreator
    public static DataSize parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size; write a whole number and B, KB, MB, GB or TB");
        }
        long factor = 1L << (10 * UNITS.indexOf(matcher.group(2).charAt(0)));
        try {
            return new DataSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), factor));
        } catch (ArithmeticException _) {
            throw new IllegalArgumentException("size '" + text + "' is too large");
        }
    }

    /** Returns the text that {@link #parse} reads back, in the largest unit that is exact. */
    @Override
    @JsonValue
    public String toString() {
        int unit = 0;
        long amount = bytes;
        while (unit < UNITS.length() - 1 && amount > 0 && amount % 1024 == 0) {
            amount /= 1024;
            unit++;
        }
        return amount + (unit == 0 ? "B" : Character.toUpperCase(UNITS.charAt(unit)) + "B");
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }
}
