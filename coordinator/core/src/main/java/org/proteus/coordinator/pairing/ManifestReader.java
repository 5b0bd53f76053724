package org.proteus.coordinator.pairing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.Pairing;

/**
 * Reads a manifest, which is never trusted: what is wrong with a line is kept beside the good ones,
 * what is wrong with the whole is thrown. A name in it is compared with the names of the listing
 * and used for nothing else. Used once.
 */
final class ManifestReader {

    /** Some 100 MB in memory. */
    static final int MOST_GROUPS = 200_000;

    /** More than that is another kind of file. */
    static final int MOST_BROKEN = 1000;

    private static final int LONGEST_NAME = 4096;

    private final String file;
    private final ManifestFormat format;
    private final List<ManifestLine> groups = new ArrayList<>();
    private final List<Manifest.BrokenLine> broken = new ArrayList<>();
    private List<String> columns = List.of();
    private boolean begun;

    private ManifestReader(String file) {
        this.file = file;
        this.format = ManifestFormat.of(file);
    }

    /**
     * Reads a manifest.
     *
     * @param file its name; its extension tells the format
     * @throws ProteusException with {@code BAD_REQUEST} if it is no text or nearly all of it is
     *     broken, {@code TOO_LARGE} if it is larger than allowed
     */
    static Manifest read(String file, InputStream in) throws IOException {
        return new ManifestReader(file).all(new TextLines(file, in));
    }

    private Manifest all(TextLines lines) throws IOException {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get().strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                line(lines.number(), text);
            }
        }
        return new Manifest(groups, broken);
    }

    private void line(int number, String text) {
        try {
            if (!begun && format != ManifestFormat.JSON && format.isHeader(format.fields(text))) {
                columns = format.fields(text);
            } else {
                groups.add(checked(format.line(number, text, columns)));
            }
        } catch (IllegalArgumentException wrong) {
            broken.add(new Manifest.BrokenLine(number, wrong.getMessage()));
        }
        begun = true;
        requireBounds();
    }

    private void requireBounds() {
        if (groups.size() > MOST_GROUPS) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "the manifest '%s' lists more than %d groups".formatted(file, MOST_GROUPS),
                    "split it, and make a job of each part");
        }
        if (broken.size() > MOST_BROKEN) {
            Manifest.BrokenLine first = broken.getFirst();
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "more than %d lines of the manifest '%s' are broken; line %d: %s"
                            .formatted(MOST_BROKEN, file, first.number(), first.reason()),
                    "check that this is the list that was meant, and its extension");
        }
    }

    private static ManifestLine checked(ManifestLine line) {
        List<String> names = line.inputs().stream().map(ManifestReader::name).toList();
        if (names.size() < 2 || names.size() > Pairing.MOST_INPUTS) {
            throw new IllegalArgumentException(
                    "it names %d objects, a group has 2 to %d"
                            .formatted(names.size(), Pairing.MOST_INPUTS));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("it names '" + shown(name) + "' twice");
            }
        }
        return new ManifestLine(line.number(), names, line.output().map(ManifestReader::name));
    }

    private static String name(String given) {
        String name = given.startsWith("./") ? given.substring(2) : given;
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a name is empty or longer than " + LONGEST_NAME + " characters");
        }
        if (name.contains("://")) {
            throw wrong(name, "is an address; the names in a manifest are those below the source");
        }
        if (name.startsWith("/") || List.of(name.split("/", -1)).contains("..")) {
            throw wrong(name, "leads out of the source");
        }
        return name;
    }

    private static IllegalArgumentException wrong(String name, String why) {
        return new IllegalArgumentException("'" + shown(name) + "' " + why);
    }

    private static String shown(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "...";
    }
}
