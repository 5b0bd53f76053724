package org.proteus.foundation.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class NearestName {

    private static final int LONGEST_COMPARED = 64;

    private NearestName() {}

    /**
     * Returns the known name that a third of the letters or less sets apart from what was typed.
     */
    static Optional<String> of(String typed, Collection<String> known) {
        if (typed.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        String folded = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(
                        Comparator.comparingInt((String name) -> distance(folded, name))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(folded, name) <= Math.max(1, name.length() / 3));
    }

    /** Returns how many letters must be put in, left out or changed (Levenshtein). */
    private static int distance(String typed, String name) {
        String other = name.toLowerCase(Locale.ROOT);
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= typed.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = typed.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] =
                        Math.min(
                                Math.min(current[j - 1], previous[j]) + 1,
                                previous[j - 1] + change);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
