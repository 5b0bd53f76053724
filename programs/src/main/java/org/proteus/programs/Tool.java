package org.proteus.programs;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * An outside command that a program needs: where it lies, and what it says of itself. Other
 * software may go by the same file name, so a file counts only if it answers with the right name;
 * files that the distribution installed are believed until they are first used. Thread-safe; each
 * file is asked once.
 */
public final class Tool {

    private static final List<String> DISTRIBUTION = List.of("/usr/bin/", "/bin/", "/usr/lib/");

    /** Looked at after the folders of {@code PATH}, which may be short in a service. */
    private static final List<String> USUAL_FOLDERS = List.of("/usr/local/bin", "/usr/bin", "/bin");

    private final String debianPackage;
    private final List<String> names;
    private final List<String> versionArguments;
    private final Pattern says;
    private Optional<Found> confirmed = Optional.empty();
    private boolean asked;

    private record Found(Path executable, String version) {}

    /**
     * Describes a tool.
     *
     * @param debianPackage package that installs it
     * @param names file names it may have, best first
     * @param versionArguments arguments that make it tell its version
     * @param says what its answer must contain; the first group, or else the whole match, is its
     *     name and version
     */
    public Tool(
            String debianPackage, List<String> names, List<String> versionArguments, Pattern says) {
        this.debianPackage = debianPackage;
        this.names = List.copyOf(names);
        this.versionArguments = List.copyOf(versionArguments);
        this.says = says;
    }

    /** Returns whether it is here; asks only files that no distribution package put there. */
    public Availability availability() {
        List<Path> files = candidates();
        if (files.isEmpty()) {
            return missing("is not installed");
        }
        boolean believed = DISTRIBUTION.stream().anyMatch(files.getFirst().toString()::startsWith);
        return believed ? Availability.runnable("") : confirm();
    }

    /** Returns its name and version, or why it cannot be used; asks it the first time. */
    public Availability confirm() {
        return ask().map(found -> Availability.runnable(found.version()))
                .orElseGet(() ->
                        missing(
                                candidates().isEmpty()
                                        ? "is not installed"
                                        : "does not answer as it should"));
    }

    /**
     * Returns the executable.
     *
     * @throws ProteusException with {@code NO_WORKER} if there is none that answers as it should
     */
    public Path executable() {
        return ask().map(Found::executable)
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.NO_WORKER,
                                names.getFirst() + " is not installed on this worker",
                                install()));
    }

    private synchronized Optional<Found> ask() {
        if (!asked) {
            confirmed = candidates().stream().flatMap(file -> ask(file).stream()).findFirst();
            asked = true;
        }
        return confirmed;
    }

    private Optional<Found> ask(Path file) {
        Matcher answer = says.matcher(VersionQuestion.ask(file, versionArguments));
        if (!answer.find()) {
            return Optional.empty();
        }
        return Optional.of(new Found(file, answer.group(Math.min(1, answer.groupCount())).strip()));
    }

    private List<Path> candidates() {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            folders()
                    .map(folder -> Path.of(folder, name))
                    .filter(Path::isAbsolute)
                    .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    .distinct()
                    .forEach(files::add);
        }
        return files;
    }

    private static Stream<String> folders() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isEmpty()),
                USUAL_FOLDERS.stream());
    }

    private Availability missing(String why) {
        return Availability.missing(names.getFirst() + " " + why + " (" + install() + ")");
    }

    private String install() {
        return "apt install " + debianPackage;
    }
}
