package org.proteus.data.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.proteus.data.NameRules;
import org.proteus.data.Segments;

/** Checks names below a sink: they come from untrusted objects and must not lead anywhere else. */
public final class FinalName {

    private FinalName() {}

    /**
     * Returns the folders of a final name and, last, the name itself; not encoded.
     *
     * @throws IOException if the name leads outside the sink, breaks its rules, or could be one of
     *     our temporary objects
     */
    public static List<String> segments(String name, NameRules rules) throws IOException {
        List<String> segments = List.of(name.split("/", -1));
        for (String segment : segments) {
            require(!segment.isEmpty(), name, "a part of it is empty");
            require(!segment.equals(".") && !segment.equals(".."), name, "it leads elsewhere");
            require(
                    segment.getBytes(StandardCharsets.UTF_8).length <= rules.maxBytes(),
                    name,
                    "a part of it is longer than " + rules.maxBytes() + " bytes");
            require(
                    segment.chars().noneMatch(c -> c == 0 || rules.forbidden().indexOf(c) >= 0),
                    name,
                    "it holds a character that the sink does not allow");
            require(
                    !segment.startsWith(Segments.OWN_PREFIX),
                    name,
                    "names that begin with " + Segments.OWN_PREFIX + " are kept for Proteus");
        }
        return segments;
    }

    /**
     * Returns a temporary name as it is.
     *
     * @throws IOException if it has folders or does not look like a temporary name of ours
     */
    public static String temporary(String name) throws IOException {
        require(
                name.matches("\\.proteus-[A-Za-z0-9._-]+") && name.length() <= 200,
                name,
                "it is not a temporary name");
        return name;
    }

    private static void require(boolean holds, String name, String reason) throws IOException {
        if (!holds) {
            throw new IOException("the sink refuses the name '" + printable(name) + "': " + reason);
        }
    }

    private static String printable(String name) {
        String oneLine = name.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= 300 ? oneLine : oneLine.substring(0, 300) + "...";
    }
}
