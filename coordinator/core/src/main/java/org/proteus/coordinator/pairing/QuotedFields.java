package org.proteus.coordinator.pairing;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into fields as RFC 4180 has them: a field in quotes may hold the separator, and
 * quotes that are doubled. Blanks around a field do not count. Used once.
 */
final class QuotedFields {

    private final String line;
    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private int at;

    private QuotedFields(String line, char separator) {
        this.line = line;
        this.separator = separator;
    }

    /**
     * Returns the fields.
     *
     * @param separator what stands between fields; a blank stands for one or more blanks or tabs
     * @throws IllegalArgumentException if a quote is not closed, or something follows one that is
     */
    static List<String> of(String line, char separator) {
        return new QuotedFields(line.strip(), separator).split();
    }

    private List<String> split() {
        boolean more = true;
        while (more) {
            skipBlanks();
            fields.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
            skipBlanks();
            more = at < line.length();
            if (more && separator != ' ') {
                if (line.charAt(at) != separator) {
                    throw new IllegalArgumentException(
                            "something follows the quote that closes field " + fields.size());
                }
                at++;
            }
        }
        return fields;
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private boolean isBlank(char c) {
        return c == ' ' || (c == '\t' && separator != '\t');
    }

    private String plain() {
        int start = at;
        while (at < line.length() && !ends(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at).strip();
    }

    private boolean ends(char c) {
        return separator == ' ' ? isBlank(c) : c == separator;
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        for (at++; at < line.length(); at++) {
            if (line.charAt(at) != '"') {
                field.append(line.charAt(at));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else {
                at++;
                requireEnd();
                return field.toString();
            }
        }
        throw new IllegalArgumentException(
                "the quote of field " + (fields.size() + 1) + " is not closed");
    }

    private void requireEnd() {
        if (separator == ' ' && at < line.length() && !isBlank(line.charAt(at))) {
            throw new IllegalArgumentException(
                    "something follows the quote that closes field " + (fields.size() + 1));
        }
    }
}
