package org.proteus.cli.drawing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A directed graph in the language of Graphviz. Names of nodes are given by number, so that what a
 * document says of itself is only ever text inside a label, and cannot become anything else. Not
 * thread-safe.
 */
final class Dot {

    private static final int LONGEST = 200;

    private final StringBuilder text = new StringBuilder();
    private final Map<Object, String> names = new LinkedHashMap<>();
    private int clusters;

    /**
     * Begins a graph that is read from left to right.
     *
     * @param label words below the graph
     */
    Dot(String label) {
        text.append("digraph proteus {\n")
                .append("  graph [rankdir=LR, fontname=\"Helvetica\", fontsize=11, nodesep=0.15,")
                .append(" ranksep=0.9, labelloc=b, labeljust=l, label=")
                .append(label)
                .append("];\n")
                .append("  node [fontname=\"Helvetica\", fontsize=11, shape=box, height=0.3,")
                .append(" style=\"rounded,filled\", fillcolor=\"#ffffff\", color=\"#555555\"];\n")
                .append("  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.6];\n");
    }

    /** Begins a frame around the nodes that follow. */
    void begin(String label) {
        text.append("  subgraph cluster_%d {%n".formatted(clusters++))
                .append("  graph [style=\"rounded,filled\", color=\"#dddddd\",")
                .append(" fillcolor=\"#f7f7f7\", label=")
                .append(quoted(label))
                .append(", labelloc=t, fontsize=14];\n");
    }

    /** Ends the frame. */
    void end() {
        text.append("  }\n");
    }

    /** Adds a node under a key, unless it is there. */
    void node(Object key, String label, Map<String, String> attributes) {
        if (!names.containsKey(key)) {
            names.put(key, "n" + names.size());
            text.append("  ").append(names.get(key)).append(list(label, attributes));
        }
    }

    /** Adds an edge between two nodes that are there. */
    void edge(Object from, Object to, String label, Map<String, String> attributes) {
        text.append("  %s -> %s".formatted(names.get(from), names.get(to)))
                .append(list(label, attributes));
    }

    private static String list(String label, Map<String, String> attributes) {
        String more =
                attributes.entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + "=\"" + entry.getValue() + "\"")
                        .collect(Collectors.joining());
        return " [label=" + label + more + "];\n";
    }

    /** Returns a label of lines set to the left, each as it is: nothing in it is an escape. */
    static String lines(Iterable<String> lines) {
        StringBuilder label = new StringBuilder("\"");
        lines.forEach(line -> label.append(escaped(line)).append("\\l"));
        return label.append('"').toString();
    }

    /** Returns a label of one line. */
    static String quoted(String line) {
        return '"' + escaped(line) + '"';
    }

    private static String escaped(String line) {
        StringBuilder safe = new StringBuilder();
        line.codePoints()
                .limit(LONGEST)
                .forEach(c -> {
                    switch (c) {
                        case '"' -> safe.append("\\\"");
                        case '\\' -> safe.append("\\\\");
                        case '&' -> safe.append("&amp;");
                        default -> safe.appendCodePoint(isText(c) ? c : ' ');
                    }
                });
        return line.codePointCount(0, line.length()) > LONGEST ? safe + "..." : safe.toString();
    }

    /** Whether XML has a place for a character, and it does not turn the text around it. */
    private static boolean isText(int c) {
        boolean directional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !directional && !surrogate && !Character.isISOControl(c) && (c & 0xFFFE) != 0xFFFE;
    }

    @Override
    public String toString() {
        return text + "}\n";
    }
}
