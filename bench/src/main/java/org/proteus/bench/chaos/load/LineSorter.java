package org.proteus.bench.chaos.load;

import java.util.List;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;

/**
 * The chaos suite's own program: sorts the lines of a text by the system's {@code sort}, slowly
 * enough to be killed, and fails on a text that begins with {@value #FAILS}.
 */
public final class LineSorter implements CommandProgram {

    /** First word of an object on which the program fails. */
    static final String FAILS = "fail";

    private static final String SCRIPT =
            """
            read first rest < "$1"
            if [ "$first" = fail ]; then echo "this object fails by design" >&2; exit 1; fi
            sleep 0.2
            exec sort -o "$2" -- "$1"
            """;

    @Override
    public Availability availability() {
        return Availability.runnable("");
    }

    @Override
    public Command command(Invocation invocation) {
        return Command.of(
                List.of(
                        "/bin/sh",
                        "-c",
                        SCRIPT,
                        "sort-slowly",
                        invocation.input().file().toString(),
                        invocation.output().toString()));
    }
}
