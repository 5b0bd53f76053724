package org.proteus.foundation.model.program;

/** Writes indented XML; names are our own and need no escape, values are escaped. */
final class XmlText {

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** Writes a start tag; attributes are names and values in turn. */
    void open(String name, String... attributes) {
        start(name, attributes);
        text.append(">\n");
        depth++;
    }

    void close(String name) {
        depth--;
        text.append("  ".repeat(depth)).append("</").append(name).append(">\n");
    }

    void empty(String name, String... attributes) {
        start(name, attributes);
        text.append("/>\n");
    }

    void text(String name, String content) {
        start(name);
        text.append('>');
        escape(content);
        text.append("</").append(name).append(">\n");
    }

    private void start(String name, String... attributes) {
        text.append("  ".repeat(depth)).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            text.append('"');
        }
    }

    private void escape(String value) {
        value.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> text.append("&lt;");
                        case '>' -> text.append("&gt;");
                        case '&' -> text.append("&amp;");
                        case '"' -> text.append("&quot;");
                        case '\t', '\n', '\r' -> text.append("&#").append(c).append(';');
                        default -> text.appendCodePoint(requireXml(c));
                    }
                });
    }

    private static int requireXml(int c) {
        boolean allowed = (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
        if (!allowed) {
            throw new IllegalArgumentException("XML cannot hold the character " + c);
        }
        return c;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
