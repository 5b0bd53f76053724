package org.proteus.cli.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How alike two texts are: by their words, and by which word follows which. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    /** Returns 1 for the same words in the same order, 0 for nothing in common. */
    static double likeness(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.isEmpty()) {
            return b.isEmpty() ? 1 : 0;
        }
        return (common(a, b) + common(pairs(a), pairs(b))) / 2;
    }

    static boolean any(String text) {
        return WORD.matcher(text).find();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static List<String> pairs(List<String> words) {
        List<String> pairs = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            pairs.add(words.get(i - 1) + " " + words.get(i));
        }
        return pairs.isEmpty() ? words : pairs;
    }

    /** Dice's coefficient of two bags. */
    private static double common(List<String> one, List<String> other) {
        Map<String, Integer> left = new HashMap<>();
        one.forEach(word -> left.merge(word, 1, Integer::sum));
        int shared = 0;
        for (String word : other) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return 2.0 * shared / (one.size() + other.size());
    }
}
