package org.proteus.cli.output;

import java.util.List;
import java.util.Map;
import org.proteus.graph.QueryResult;

/** Answers to queries as text: a line of names, then a line for each row, columns set by tabs. */
public final class QueryText {

    private QueryText() {}

    /** Prints an answer. */
    public static void print(QueryResult result, Printer printer) {
        printer.remark(String.join("\t", result.fields()));
        for (Map<String, List<String>> row : result.rows()) {
            printer.line(
                    String.join(
                            "\t",
                            result.fields().stream()
                                    .map(field -> String.join(",", row.get(field)))
                                    .toList()));
        }
    }
}
