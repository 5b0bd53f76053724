package org.proteus.cli.realfiles;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.job.ElementView;

/**
 * What became of a file: a row of the table.
 *
 * @param file module and path
 * @param type type found on its bytes; {@code -} when none was
 * @param to type asked for
 * @param outcome state in which it ended
 * @param code code of the reason; {@code -} when it was done
 * @param plan units of the last plan in order; {@code -} when there was none
 * @param reason why it was not done, shortened; {@code -} when it was
 */
record Row(
        String file,
        String type,
        String to,
        String outcome,
        String code,
        String plan,
        String reason) {

    private static final String NONE = "-";
    private static final int LONGEST_REASON = 200;

    /** Returns the row of an element. */
    static Row of(String file, String to, ElementView element) {
        return new Row(
                file,
                element.typeFound().map(Object::toString).orElse(NONE),
                to,
                element.state().name(),
                element.problem().map(problem -> problem.code().name()).orElse(NONE),
                element.plan()
                        .filter(plan -> !plan.isPassThrough())
                        .map(plan ->
                                plan.steps().stream()
                                        .map(step -> step.unit().toString())
                                        .collect(Collectors.joining(" > ")))
                        .orElse(NONE),
                element.problem().map(problem -> shortened(problem.text())).orElse(NONE));
    }

    /** Leaves out what differs from run to run and what would break the table. */
    private static String shortened(String text) {
        String plain =
                text.replaceAll("(?<![\\w:/])/(?:[^\\s/'\"]+/)+", ".../")
                        .replaceAll("@[0-9a-f]{4,}", "")
                        .replaceAll("\\s+", " ")
                        .replace("|", "/")
                        .replace("<", "&lt;");
        return plain.length() <= LONGEST_REASON
                ? plain
                : plain.substring(0, LONGEST_REASON).strip() + " ...";
    }

    /** Reads a line of the table. */
    static Row parse(String line) {
        List<String> cells =
                Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList();
        return new Row(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6));
    }

    /** Returns the line of the table. */
    String line() {
        return Stream.of(file, type, to, outcome, code, plan, reason)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * Returns what must be the same on every machine. The words of a tool need not be, nor which of
     * several units was quicker there and so was taken.
     */
    String verdict() {
        return String.join(" | ", file, type, to, outcome, code);
    }

    /** Returns what names the row in a table. */
    String key() {
        return file + " to " + to;
    }

    boolean isDone() {
        return outcome.equals("DONE");
    }

    boolean isImage() {
        return type.startsWith("image/");
    }
}
