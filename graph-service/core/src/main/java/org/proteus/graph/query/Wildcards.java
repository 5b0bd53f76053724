package org.proteus.graph.query;

import java.util.Locale;

/**
 * A pattern with {@code *} for any text and {@code ?} for any one character, case ignored. All
 * places in the pattern that the text may have come to are followed at once, as bits, so that the
 * time is that of reading the text, whatever the pattern is.
 */
final class Wildcards {

    private static final int BITS = Long.SIZE;

    /** The pattern without its stars. */
    private final String characters;

    /** Places before which a star stands. */
    private final long[] stars;

    Wildcards(String pattern) {
        StringBuilder rest = new StringBuilder();
        long[] places = new long[pattern.length() / BITS + 1];
        for (char c : fold(pattern).toCharArray()) {
            if (c == '*') {
                places[rest.length() / BITS] |= 1L << rest.length();
            } else {
                rest.append(c);
            }
        }
        characters = rest.toString();
        stars = places;
    }

    boolean matches(String text) {
        long[] at = new long[stars.length];
        at[0] = 1;
        for (char c : fold(text).toCharArray()) {
            step(at, c);
        }
        int end = characters.length();
        return (at[end / BITS] & 1L << end) != 0;
    }

    /** A place is left for the next one by its own character, and kept by a star. */
    private void step(long[] at, char c) {
        long carry = 0;
        for (int word = 0; word < at.length; word++) {
            long moving = at[word] & taking(word, c);
            at[word] = (moving << 1) | carry | (at[word] & stars[word]);
            carry = moving >>> (BITS - 1);
        }
    }

    private long taking(int word, char c) {
        long places = 0;
        int first = word * BITS;
        for (int i = first; i < Math.min(first + BITS, characters.length()); i++) {
            char wanted = characters.charAt(i);
            if (wanted == '?' || wanted == c) {
                places |= 1L << i;
            }
        }
        return places;
    }

    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
