package org.proteus.cli.backend;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Proteus keeps what is its own, as the XDG Base Directory Specification has it. */
public final class StateFolders {

    private static final String NAME = "proteus";

    private StateFolders() {}

    /** Returns the folder for the states of one-shot requests. */
    public static Path state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    /** Returns the file that keeps what was learned of units. */
    public static Path figures() {
        return state().resolve("figures");
    }

    /** Returns the folder for the data of a service. */
    public static Path data() {
        return folder("XDG_DATA_HOME", ".local/share");
    }

    /** Returns the user's folder of program documents, if there is one. */
    public static Optional<Path> programs() {
        return Optional.of(programsFolder()).filter(Files::isDirectory);
    }

    /** Returns where the user's folder of program documents is, or would be. */
    static Path programsFolder() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("programs");
    }

    private static Path folder(String variable, String usual) {
        Map<String, String> environment = System.getenv();
        String named = environment.getOrDefault(variable, "");
        Path base =
                named.startsWith("/")
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), usual);
        return base.resolve(NAME);
    }
}
