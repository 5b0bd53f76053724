package org.proteus.graph.query;

/**
 * A word of a query.
 *
 * @param kind what it is
 * @param text its text; of a string what stands between the quotes
 * @param position where it begins, from 1
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        STRING,
        SIGN,
        END
    }

    boolean is(String keyword) {
        return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(keyword);
    }

    /** Returns it as an error names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "a string";
            default -> "'" + text + "'";
        };
    }
}
