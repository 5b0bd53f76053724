package org.proteus.cli.realfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table that is checked in: a summary for people, then a row for each file and target. */
final class ResultTable {

    private static final String HEAD =
            "| file | type found | to | outcome | code | plan | reason |";
    private static final String LINE = "|---|---|---|---|---|---|---|";

    private ResultTable() {}

    /** Reads the rows of a page. */
    static List<Row> read(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        return lines.subList(lines.indexOf(HEAD) + 2, lines.size()).stream()
                .filter(line -> line.startsWith("| "))
                .map(Row::parse)
                .toList();
    }

    /** Returns the page of these rows. */
    static String page(List<Row> rows, String origin) {
        return """
        # Real files

        Every file of Tika's test jars (of the module `microsoft` each eighth), odd, broken \
        and locked ones among them, to `text/plain`; then every image among them to \
        `image/png`. Written by `RealFilesIT`, which also says how to run it; the daily tests \
        check a sample against this page. Outcome, code and plan are the same on every \
        machine with the same tools, the tools' own words need not be.

        %s

        ## Outcomes
        %s
        ## Why not
        %s
        ## By type found
        %s
        ## Each file
        %s
        %s
        %s
        """
                .formatted(
                        origin,
                        outcomes(rows),
                        reasons(rows),
                        types(rows),
                        HEAD,
                        LINE,
                        rows.stream().map(Row::line).collect(Collectors.joining("\n")));
    }

    private static String outcomes(List<Row> rows) {
        String head =
                "| to | files | types | DONE | REFUSED | QUARANTINED |\n|---|---|---|---|---|---|\n";
        return by(rows, Row::to).entrySet().stream()
                .map(group ->
                        "| %s | %d | %d | %s |\n"
                                .formatted(
                                        group.getKey(),
                                        group.getValue().size(),
                                        by(group.getValue(), Row::type).size(),
                                        counts(group.getValue())))
                .collect(Collectors.joining("", head, ""));
    }

    private static String reasons(List<Row> rows) {
        return by(
                        rows.stream().filter(row -> !row.isDone()).toList(),
                        row -> row.to() + " | " + row.outcome() + " | " + row.code())
                .entrySet()
                .stream()
                .map(group -> "| %s | %d |\n".formatted(group.getKey(), group.getValue().size()))
                .collect(
                        Collectors.joining(
                                "", "| to | outcome | code | files |\n|---|---|---|---|\n", ""));
    }

    private static String types(List<Row> rows) {
        return by(rows, row -> row.type() + " | " + row.to()).entrySet().stream()
                .map(group -> "| %s | %s |\n".formatted(group.getKey(), counts(group.getValue())))
                .collect(
                        Collectors.joining(
                                "",
                                "| type found | to | DONE | REFUSED | QUARANTINED |\n|---|---|---|---|---|\n",
                                ""));
    }

    private static String counts(List<Row> rows) {
        return Stream.of("DONE", "REFUSED", "QUARANTINED")
                .map(outcome -> rows.stream().filter(row -> row.outcome().equals(outcome)).count())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    private static Map<String, List<Row>> by(List<Row> rows, Function<Row, String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
