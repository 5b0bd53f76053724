package org.proteus.programs.process;

import java.util.regex.Pattern;

/** Makes text of unknown origin fit for a log, a terminal and a report. */
final class PlainText {

    private static final Pattern ESCAPE_SEQUENCE =
            Pattern.compile("\u001B(\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007]*\u0007?|.)");

    private PlainText() {}

    /** Returns the text without terminal sequences, control characters and direction overrides. */
    static String of(String text) {
        boolean plain = text.chars().allMatch(character -> character >= ' ' && character <= '~');
        return plain ? text.stripTrailing() : cleaned(text);
    }

    private static String cleaned(String text) {
        return ESCAPE_SEQUENCE
                .matcher(text)
                .replaceAll("")
                .replace('\t', ' ')
                .codePoints()
                .filter(PlainText::isPlain)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .stripTrailing();
    }

    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
