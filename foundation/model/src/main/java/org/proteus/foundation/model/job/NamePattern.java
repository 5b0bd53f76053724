package org.proteus.foundation.model.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pattern of names: literal text and placeholders, {@code {name}} or {@code *}; the first {@code
 * *} of one pattern stands for the same as the first of another. A placeholder takes one or more
 * characters but no {@code /}, and as few as it can: it ends where the text behind it first occurs,
 * the last one where the text at the end begins. So a name is matched from left to right without
 * ever going back.
 */
public final class NamePattern {

    /** Longest pattern, in characters. */
    public static final int LONGEST = 1000;

    private static final int MOST_PLACEHOLDERS = 16;

    /** A piece of the pattern: literal text, or the name of a placeholder. */
    private record Piece(String text, boolean open) {}

    private final String text;
    private final List<Piece> pieces;
    private final Set<String> placeholders;

    private NamePattern(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
        this.placeholders =
                pieces.stream()
                        .filter(Piece::open)
                        .map(Piece::text)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    @JsonCreator
    public static NamePattern parse(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.startsWith("/")) {
            throw wrong(text, "is empty, longer than " + LONGEST + " characters or begins with /");
        }
        List<Piece> pieces = new ArrayList<>();
        int stars = 0;
        for (int at = 0; at < text.length(); ) {
            int end;
            switch (text.charAt(at)) {
                case '*' -> {
                    end = at + 1;
                    pieces.add(new Piece("*" + ++stars, true));
                }
                case '{' -> {
                    end = text.indexOf('}', at) + 1;
                    pieces.add(new Piece(placeholder(text, at, end), true));
                }
                default -> {
                    end = literalEnd(text, at);
                    pieces.add(new Piece(text.substring(at, end), false));
                }
            }
            at = end;
        }
        requireOrder(text, pieces);
        return new NamePattern(text, pieces);
    }

    private static String placeholder(String text, int start, int end) {
        String name = end == 0 ? "" : text.substring(start + 1, end - 1);
        boolean plain =
                name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
        if (name.isEmpty() || !plain) {
            throw wrong(text, "has a { without a name of letters and digits and a } behind it");
        }
        return name;
    }

    private static int literalEnd(String text, int start) {
        int end = start;
        while (end < text.length() && "*{".indexOf(text.charAt(end)) < 0) {
            if (text.charAt(end) == '}') {
                throw wrong(text, "has a } without a { before it");
            }
            end++;
        }
        return end;
    }

    private static void requireOrder(String text, List<Piece> pieces) {
        if (pieces.stream().filter(Piece::open).count() > MOST_PLACEHOLDERS) {
            throw wrong(text, "has more than " + MOST_PLACEHOLDERS + " placeholders");
        }
        Set<String> inFolder = new HashSet<>();
        boolean before = false;
        for (Piece piece : pieces) {
            if (piece.open() && before) {
                throw wrong(text, "has two placeholders with nothing between them");
            }
            if (piece.open() && !inFolder.add(piece.text())) {
                throw wrong(text, "has '" + piece.text() + "' twice in one folder or name");
            }
            if (piece.text().indexOf('/') >= 0) {
                inFolder.clear();
            }
            before = piece.open();
        }
    }

    /** Returns the names of its placeholders; {@code *1}, {@code *2} for those without one. */
    public Set<String> placeholders() {
        return placeholders;
    }

    /** Whether it says in which folder the object is. */
    public boolean hasFolders() {
        return text.indexOf('/') >= 0;
    }

    /** Returns how many characters are fixed: of two patterns for one name the stricter counts. */
    public int strictness() {
        return pieces.stream().filter(p -> !p.open()).mapToInt(p -> p.text().length()).sum();
    }

    /** Returns what the placeholders stand for in a name; empty if the name does not fit. */
    public Optional<Map<String, String>> match(String name) {
        Map<String, String> values = new HashMap<>();
        int at = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            String fixed = piece.open() ? values.get(piece.text()) : piece.text();
            if (fixed == null) {
                int end = end(name, at, i + 1);
                if (end <= at || name.substring(at, end).indexOf('/') >= 0) {
                    return Optional.empty();
                }
                values.put(piece.text(), name.substring(at, end));
                at = end;
            } else if (name.startsWith(fixed, at)) {
                at += fixed.length();
            } else {
                return Optional.empty();
            }
        }
        return at == name.length() ? Optional.of(values) : Optional.empty();
    }

    /** Returns where a placeholder ends: where the literal behind it begins, or at the end. */
    private int end(String name, int start, int next) {
        if (next == pieces.size()) {
            return name.length();
        }
        String behind = pieces.get(next).text();
        boolean last = next == pieces.size() - 1;
        return last && name.endsWith(behind)
                ? name.length() - behind.length()
                : name.indexOf(behind, start + 1);
    }

    /** Returns the name that has these values at the placeholders. */
    public String fill(Map<String, String> values) {
        return pieces.stream()
                .map(piece -> piece.open() ? values.get(piece.text()) : piece.text())
                .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamePattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    @JsonValue
    public String toString() {
        return text;
    }

    private static IllegalArgumentException wrong(String text, String why) {
        String shown = text.length() <= 60 ? text : text.substring(0, 60) + "...";
        return new IllegalArgumentException("the pattern '" + shown + "' " + why);
    }
}
