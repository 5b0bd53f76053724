package org.proteus.coordinator.pairing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.proteus.foundation.net.JsonProblems;
import org.proteus.foundation.net.WireJson;

/**
 * How the lines of a manifest are written; its file's extension tells. The first line of a list
 * with columns may name them: {@code input} for each object, {@code output} for the result's name.
 */
enum ManifestFormat {
    /** {@code .csv}: fields between commas. */
    COMMAS,
    /** {@code .tsv}: fields between tabs. */
    TABS,
    /** {@code .jsonl}, {@code .ndjson}: an object with {@code inputs} and {@code output} a line. */
    JSON,
    /** Anything else: fields between blanks. */
    BLANKS;

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";

    /** A group as JSON. */
    private record JsonGroup(List<String> inputs, Optional<String> output) {}

    static ManifestFormat of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> COMMAS;
            case "tsv" -> TABS;
            case "jsonl", "ndjson" -> JSON;
            default -> BLANKS;
        };
    }

    /** Whether a line names the columns; only the first may. */
    boolean isHeader(List<String> fields) {
        return this != JSON
                && fields.contains(INPUT)
                && fields.stream().allMatch(f -> f.equals(INPUT) || f.equals(OUTPUT))
                && fields.stream().filter(OUTPUT::equals).count() <= 1;
    }

    /**
     * Reads the fields of a line.
     *
     * @throws IllegalArgumentException if it is broken; the message says how
     */
    List<String> fields(String line) {
        return switch (this) {
            case COMMAS -> QuotedFields.of(line, ',');
            case TABS -> QuotedFields.of(line, '\t');
            case BLANKS -> QuotedFields.of(line, ' ');
            case JSON -> throw new IllegalStateException("JSON has no columns");
        };
    }

    /**
     * Reads a group.
     *
     * @param columns names of the columns; empty if every field is an object
     * @throws IllegalArgumentException if the line is broken; the message says how
     */
    ManifestLine line(int number, String line, List<String> columns) {
        return this == JSON ? json(number, line) : columns(number, fields(line), columns);
    }

    private static ManifestLine json(int number, String line) {
        try {
            JsonGroup group = WireJson.mapper().readValue(line, JsonGroup.class);
            if (group == null || group.inputs() == null || group.inputs().contains(null)) {
                throw new IllegalArgumentException("it has no list 'inputs' of names");
            }
            Optional<String> output = group.output() == null ? Optional.empty() : group.output();
            return new ManifestLine(number, List.copyOf(group.inputs()), output);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(JsonProblems.of(wrong).message(), wrong);
        }
    }

    private static ManifestLine columns(int number, List<String> fields, List<String> columns) {
        if (columns.isEmpty()) {
            return new ManifestLine(number, fields, Optional.empty());
        }
        if (fields.size() > columns.size()) {
            throw new IllegalArgumentException(
                    "it has %d fields, the first line names %d columns"
                            .formatted(fields.size(), columns.size()));
        }
        List<String> inputs = new ArrayList<>();
        Optional<String> output = Optional.empty();
        for (int i = 0; i < fields.size(); i++) {
            if (columns.get(i).equals(INPUT)) {
                inputs.add(fields.get(i));
            } else {
                output = Optional.of(fields.get(i)).filter(name -> !name.isEmpty());
            }
        }
        return new ManifestLine(number, List.copyOf(inputs), output);
    }
}
