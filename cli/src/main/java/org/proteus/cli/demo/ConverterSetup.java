package org.proteus.cli.demo;

import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.proteus.cli.output.Printer;
import org.proteus.foundation.model.job.ProgramView;

/** Installs the converters that are missing, after having said which, why and how big. */
final class ConverterSetup {

    private final Printer printer;

    ConverterSetup(Printer printer) {
        this.printer = printer;
    }

    void run(List<ProgramView> programs, boolean allowed) throws InterruptedException {
        DebianPackages missing = DebianPackages.missing(programs);
        if (missing.isEmpty()) {
            printer.line("all converters are installed");
            return;
        }
        printer.line("some converters are missing; without them fewer types can be reached:");
        missing.reasons().forEach(reason -> printer.line("  " + reason));
        if (!allowed) {
            printer.line("going on with what is there (--no-install)");
        } else if (!missing.canInstall()) {
            printer.line("only root can install them: " + missing.commandLine());
        } else {
            install(missing);
        }
    }

    private void install(DebianPackages missing) throws InterruptedException {
        try {
            missing.size().forEach(printer::line);
            if (!agreed()) {
                printer.line("going on with what is there; later: " + missing.commandLine());
                return;
            }
            printer.line("installing: " + missing.commandLine());
            if (!missing.install(printer)) {
                printer.remark("the installation failed; going on with what is there");
            }
        } catch (IOException e) {
            printer.remark("apt-get cannot be run; going on with what is there");
        }
    }

    /** Asks a person; where nobody can answer, what was said is done. */
    private boolean agreed() {
        Console console = System.console();
        if (!console.isTerminal()) {
            return true;
        }
        String answer = console.readLine("install them now? [Y/n] ");
        return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
    }
}
