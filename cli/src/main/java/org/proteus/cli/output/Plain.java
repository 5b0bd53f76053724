package org.proteus.cli.output;

/** Text that cannot play tricks on a terminal: control characters are shown, not sent. */
final class Plain {

    private Plain() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (isControl(c)) {
                        plain.append("\\u%04x".formatted(c));
                    } else {
                        plain.appendCodePoint(c);
                    }
                });
        return plain.toString();
    }

    private static boolean isControl(int c) {
        boolean directional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return directional || (Character.isISOControl(c) && c != '\n' && c != '\t');
    }
}
