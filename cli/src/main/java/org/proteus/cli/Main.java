package org.proteus.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code proteus} command. */
@Command(
        name = "proteus",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        description = "Transforms data objects from one content type to another.")
public final class Main {

    private Main() {}

    /**
     * Runs the command that the arguments name and exits with its code.
     *
     * @param args the command line after {@code proteus}
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
