package org.proteus.programs.archive;

import java.text.Normalizer;

/** Makes the name of an entry that no extractor can be tricked by. */
final class EntryName {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "object";
    private static final String FORBIDDEN = "<>:\"|?*";

    private EntryName() {}

    /**
     * Returns the last part of a name, without control characters and what no file system takes.
     */
    static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder harmless = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(c -> isHarmless(c) ? c : '_')
                .limit(LONGEST)
                .forEach(harmless::appendCodePoint);
        String result = harmless.toString().strip();
        return result.isEmpty() || result.chars().allMatch(c -> c == '.') ? NAMELESS : result;
    }

    /** Format characters go too: among them are those that turn the direction of writing. */
    private static boolean isHarmless(int c) {
        int type = Character.getType(c);
        return FORBIDDEN.indexOf(c) < 0
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
