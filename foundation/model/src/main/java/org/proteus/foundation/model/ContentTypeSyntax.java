package org.proteus.foundation.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The grammar of content types: RFC 2045 section 5.1, names restricted by RFC 6838 section 4.2. */
final class ContentTypeSyntax {

    private static final int LONGEST_NAME = 127;
    private static final int LONGEST_TEXT = 8192;
    private static final String TSPECIALS = "()<>@,;:\\\"/[]?=";
    private static final String NAME_EXTRA = "!#$&-^_.+";

    private final String text;
    private int position;

    private ContentTypeSyntax(String text) {
        this.text = text;
    }

    static ContentType parse(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("content type is empty; expected type/subtype");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "content type is longer than " + LONGEST_TEXT + " characters");
        }
        return new ContentTypeSyntax(text).contentType();
    }

    private ContentType contentType() {
        skipBlanks();
        String type = token("type");
        skipBlanks();
        expect('/');
        skipBlanks();
        String subtype = token("subtype");
        TreeMap<String, String> parameters = new TreeMap<>();
        skipBlanks();
        while (position < text.length()) {
            expect(';');
            skipBlanks();
            if (position == text.length()) {
                break;
            }
            parameter(parameters);
            skipBlanks();
        }
        return new ContentType(type, subtype, parameters);
    }

    private void parameter(Map<String, String> parameters) {
        String name = token("parameter name").toLowerCase(Locale.ROOT);
        skipBlanks();
        expect('=');
        skipBlanks();
        String value = peek() == '"' ? quoted() : token("value of parameter '" + name + "'");
        if (parameters.put(name, value) != null) {
            throw error("parameter '" + name + "' is given twice");
        }
    }

    private String token(String what) {
        int start = position;
        while (position < text.length() && isTokenCharacter(text.charAt(position))) {
            position++;
        }
        if (start == position) {
            throw error(what + " is missing");
        }
        return text.substring(start, position);
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\') {
                if (position == text.length()) {
                    break;
                }
                c = text.charAt(position++);
            }
            value.append(c);
        }
        throw error("closing quote is missing");
    }

    /** Skips white space and comments in parentheses, which may nest. */
    private void skipBlanks() {
        int depth = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (c == '\\' && depth > 0) {
                position++;
            } else if (depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return;
            }
            position++;
        }
        position = Math.min(position, text.length());
        if (depth > 0) {
            throw error("closing parenthesis of a comment is missing");
        }
    }

    private char peek() {
        return position < text.length() ? text.charAt(position) : '\0';
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw error("'" + wanted + "' is missing");
        }
        position++;
    }

    private IllegalArgumentException error(String what) {
        return new IllegalArgumentException(
                "not a content type: " + what + " at character " + (position + 1));
    }

    static String requireName(String name, String what) {
        if (ContentType.ANY.equals(name)) {
            return name;
        }
        String folded = requireToken(name, what);
        if (folded.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(what + " is longer than " + LONGEST_NAME);
        }
        if (!isLetterOrDigit(folded.charAt(0))) {
            throw new IllegalArgumentException(what + " must start with a letter or a digit");
        }
        for (int i = 1; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (!isLetterOrDigit(c) && NAME_EXTRA.indexOf(c) < 0) {
                throw new IllegalArgumentException(
                        what + " has a character that is not allowed at " + (i + 1));
            }
        }
        return folded;
    }

    static String requireToken(String token, String what) {
        if (token == null || token.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        for (int i = 0; i < token.length(); i++) {
            if (!isTokenCharacter(token.charAt(i))) {
                throw new IllegalArgumentException(
                        what + " has a character that is not allowed at " + (i + 1));
            }
        }
        return token.toLowerCase(Locale.ROOT);
    }

    static void requireValue(String name, String value) {
        if (value == null) {
            throw new IllegalArgumentException("parameter '" + name + "' has no value");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "value of parameter '" + name + "' has a control character");
        }
    }

    static String print(ContentType contentType) {
        StringBuilder text = new StringBuilder(contentType.mediaType());
        contentType
                .parameters()
                .forEach((name, value) -> {
                    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
                    text.append("; ").append(name).append("=\"").append(escaped).append('"');
                });
        return text.toString();
    }

    private static boolean isTokenCharacter(char c) {
        return c > ' ' && c < 127 && TSPECIALS.indexOf(c) < 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
