package org.proteus.graph.publish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;

/**
 * The versions of one program and which of them is current, as they stand in a file: {@code current
 * 1.2} or {@code withdrawn}, then a line for each version with checksum and time.
 *
 * @param current the current version; empty when the program is withdrawn
 * @param versions every version, the first published first
 */
record History(Optional<String> current, List<ProgramVersion> versions) {

    private static final String CURRENT = "current ";
    private static final String WITHDRAWN = "withdrawn";

    static final History NONE = new History(Optional.empty(), List.of());

    History {
        versions = List.copyOf(versions);
    }

    /** Returns this history with a version as the current one. */
    History with(ProgramStore.NewVersion version, Instant now) {
        List<ProgramVersion> all = new ArrayList<>(versions);
        if (!has(version.version())) {
            all.add(
                    new ProgramVersion(
                            version.id(), version.version(), version.checksum(), now, false));
        }
        return new History(Optional.of(version.version()), marked(all, version.version()));
    }

    /** Returns this history without a current version. */
    History withdrawn() {
        return new History(Optional.empty(), marked(versions, ""));
    }

    boolean has(String version) {
        return versions.stream().anyMatch(known -> known.version().equals(version));
    }

    Optional<ProgramVersion> currentVersion() {
        return versions.stream().filter(ProgramVersion::current).findFirst();
    }

    private static List<ProgramVersion> marked(List<ProgramVersion> versions, String current) {
        return versions.stream()
                .map(known ->
                        new ProgramVersion(
                                known.id(),
                                known.version(),
                                known.checksum(),
                                known.published(),
                                known.version().equals(current)))
                .toList();
    }

    byte[] print() {
        StringBuilder text = new StringBuilder();
        text.append(current.map(CURRENT::concat).orElse(WITHDRAWN)).append('\n');
        for (ProgramVersion known : versions) {
            text.append(known.version()).append(' ');
            text.append(known.checksum()).append(' ').append(known.published()).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #print} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static History parse(String id, Bytes content) {
        List<String> lines = new String(content.array(), StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty()
                || !(lines.getFirst().equals(WITHDRAWN) || lines.getFirst().startsWith(CURRENT))) {
            throw new IllegalArgumentException("its first line names no state");
        }
        String current =
                lines.getFirst().equals(WITHDRAWN)
                        ? ""
                        : lines.getFirst().substring(CURRENT.length());
        List<ProgramVersion> versions =
                lines.stream().skip(1).map(line -> version(id, line, current)).toList();
        if (!current.isEmpty() && versions.stream().noneMatch(ProgramVersion::current)) {
            throw new IllegalArgumentException("its current version is not listed");
        }
        return new History(Optional.of(current).filter(c -> !c.isEmpty()), versions);
    }

    private static ProgramVersion version(String id, String line, String current) {
        String[] words = line.split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("a line does not hold version, checksum and time");
        }
        try {
            return new ProgramVersion(
                    id, words[0], words[1], Instant.parse(words[2]), words[0].equals(current));
        } catch (DateTimeException notATime) {
            throw new IllegalArgumentException("a time cannot be read", notATime);
        }
    }
}
