package org.proteus.foundation.server.soap;

/** Text of any origin, such as names of files and last words of tools, as XML can carry it. */
public final class XmlText {

    private XmlText() {}

    /** Returns the text; characters that XML 1.0 has no place for become U+FFFD. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isXml(character) ? character : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
