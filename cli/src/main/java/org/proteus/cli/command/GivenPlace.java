package org.proteus.cli.command;

import java.nio.file.Path;
import org.proteus.cli.output.Printer;
import org.proteus.data.Places;
import org.proteus.foundation.model.job.Place;

/** A source or sink as it stands on the command line. */
final class GivenPlace {

    private GivenPlace() {}

    /** Reads a path or URI; a password in it is taken out, and the user is told the better form. */
    static Place read(String text, Printer printer) {
        Places.Written written = Places.written(text, Path.of(""));
        if (written.passwordInUri()) {
            printer.remark("note: " + Places.BETTER_FORM + " ($PROTEUS_PASSWORD with user@host)");
        }
        return written.place();
    }
}
