package org.proteus.cli.command;

import java.io.Console;
import java.util.Optional;

/** Whether a person looks on. */
final class Terminal {

    private Terminal() {}

    /** A JVM whose streams are redirected may have no console at all. */
    static boolean isPresent() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
}
