package org.proteus.cli.command;

import java.io.Console;

/** Whether a person looks on. */
final class Terminal {

    private Terminal() {}

    static boolean isPresent() {
        Console console = System.console();
        return console.isTerminal();
    }
}
