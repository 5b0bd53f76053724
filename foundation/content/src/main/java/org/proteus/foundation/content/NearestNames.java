package org.proteus.foundation.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.tika.mime.MediaType;
import org.proteus.foundation.model.ContentType;

/** Finds the known types whose names are nearest to a text that names none. */
final class NearestNames {

    private static final int MOST = 3;
    private static final int LONGEST = 80;

    private record Candidate(String name, int distance) {}

    private NearestNames() {}

    /** Returns up to three names, nearest first; none when nothing is similar. */
    static List<String> of(String text, Collection<ContentType> declared) {
        String asked = text.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
        if (asked.length() > LONGEST) {
            return List.of();
        }
        int most = Math.max(1, asked.length() / 4);
        return Stream.concat(
                        declared.stream().map(ContentType::mediaType),
                        MediaTypes.registry().getTypes().stream()
                                .filter(type -> type.equals(type.getBaseType()))
                                .map(MediaType::toString))
                .distinct()
                .map(name -> new Candidate(name, distance(asked, name)))
                .filter(candidate -> candidate.distance <= most)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** Compares with the whole name, and with the subtype when only one word was written. */
    private static int distance(String asked, String name) {
        String subtype = name.substring(name.indexOf('/') + 1);
        return asked.indexOf('/') >= 0 ? edits(asked, name) : edits(asked, subtype);
    }

    /** Returns how many letters must be inserted, deleted, replaced or swapped. */
    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
