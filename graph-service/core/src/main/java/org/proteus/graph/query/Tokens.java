package org.proteus.graph.query;

import java.util.ArrayList;
import java.util.List;
import org.proteus.graph.query.Token.Kind;

/** Cuts a query into words. */
final class Tokens {

    private static final int LONGEST_STRING = 500;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /**
     * Returns the words of a query, the end as the last.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code BAD_REQUEST} if a character
     *     begins no word
     */
    static List<Token> of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.cut();
        return tokens.tokens;
    }

    private void cut() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (isLetter(c)) {
                word();
            } else if (c == '"' || c == '\'') {
                string(c);
            } else {
                sign(c);
            }
        }
        tokens.add(new Token(Kind.END, "", at + 1));
    }

    private void word() {
        int start = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Kind.WORD, text.substring(start, at), start + 1));
    }

    /** A quote inside is written twice. */
    private void string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw QueryProblems.at(start + 1, "expected a closing quote", "the end");
            }
            char c = text.charAt(at++);
            if (c == quote && (at >= text.length() || text.charAt(at) != quote)) {
                break;
            }
            if (c == quote) {
                at++;
            }
            value.append(c);
        }
        if (value.length() > LONGEST_STRING) {
            throw QueryProblems.at(
                    start + 1,
                    "expected at most " + LONGEST_STRING + " characters in a string",
                    value.length() + "");
        }
        tokens.add(new Token(Kind.STRING, value.toString(), start + 1));
    }

    private void sign(char c) {
        boolean unequal = c == '!' && at + 1 < text.length() && text.charAt(at + 1) == '=';
        if (!unequal && "=(),*".indexOf(c) < 0) {
            throw QueryProblems.at(
                    at + 1,
                    "expected a word, a string in quotes, or one of = != ( ) , *",
                    "'" + Character.toString(text.codePointAt(at)) + "'");
        }
        String sign = unequal ? "!=" : String.valueOf(c);
        tokens.add(new Token(Kind.SIGN, sign, at + 1));
        at += sign.length();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
