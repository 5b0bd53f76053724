package org.proteus.foundation.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Looks for a program that a test needs and asks it who it is.
 *
 * <p>A name on PATH proves little: a wrapper or another product may answer to it. So the folders of
 * the distribution's packages come first, and a candidate counts only if what it says of its
 * version contains {@link #says}. Each answer is asked for once per JVM.
 *
 * @param command the program's file name
 * @param apt the Debian package that brings it
 * @param versionArguments the arguments that make it tell its version
 * @param says a regular expression that the answer must contain; empty: it is not asked
 */
public record ToolCheck(String command, String apt, List<String> versionArguments, String says) {

    private static final List<String> PACKAGED = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");
    private static final ConcurrentMap<ToolCheck, Optional<Path>> KNOWN = new ConcurrentHashMap<>();

    /** Checks that all is given and that {@code says} is a regular expression. */
    public ToolCheck {
        Objects.requireNonNull(command, "command is null");
        Objects.requireNonNull(apt, "apt is null");
        versionArguments = List.copyOf(versionArguments);
        Pattern.compile(says);
    }

    /** A check for presence alone; {@link #says(String)} makes it a check of identity. */
    public ToolCheck(String command, String apt) {
        this(command, apt, List.of("--version"), "");
    }

    /** Returns this check with other arguments that ask for the version. */
    public ToolCheck versionArguments(String... arguments) {
        return new ToolCheck(command, apt, List.of(arguments), says);
    }

    /** Returns this check with a regular expression that the version must contain. */
    public ToolCheck says(String expression) {
        return new ToolCheck(command, apt, versionArguments, expression);
    }

    /** Returns the program's path; empty if it is missing or says to be something else. */
    public Optional<Path> find() {
        return KNOWN.computeIfAbsent(this, ToolCheck::search);
    }

    /**
     * Returns the program's path.
     *
     * @throws TestAbortedException if it is missing, so that the test counts as skipped
     * @throws AssertionError if it is missing and {@code CI=true}
     */
    public Path require() {
        return find().orElseThrow(this::absent);
    }

    /** Returns what a person must do to have the program. */
    public String missing() {
        String who = says.isEmpty() ? command : command + " that says \"" + says + "\"";
        return "needs " + who + " (apt-get install " + apt + ")";
    }

    private RuntimeException absent() {
        if (Absence.here() == Absence.FAILS) {
            throw new AssertionError(missing());
        }
        return new TestAbortedException(missing());
    }

    private Optional<Path> search() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(PACKAGED.stream(), Stream.of(path.split(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .distinct()
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .filter(this::isWhatItShouldBe)
                .findFirst();
    }

    private boolean isWhatItShouldBe(Path program) {
        return says.isEmpty()
                || Pattern.compile(says)
                        .matcher(VersionAnswer.of(program, versionArguments))
                        .find();
    }
}
