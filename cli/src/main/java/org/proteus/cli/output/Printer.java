package org.proteus.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.net.WireJson;

/**
 * Writes results to standard output and remarks to standard error, so that a result can be piped.
 */
public final class Printer {

    private final PrintWriter out;
    private final PrintWriter err;

    /** Creates a printer over the two streams of a command. */
    public Printer(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Prints a line of the result. */
    public void line(String text) {
        out.println(Plain.of(text));
        out.flush();
    }

    /** Prints a value as JSON, the whole result of a command with {@code --json}. */
    public void json(Object value) {
        try {
            out.println(
                    WireJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("result has no JSON form", e);
        }
        out.flush();
    }

    /** Prints a remark that is not part of the result. */
    public void remark(String text) {
        err.println(Plain.of(text));
        err.flush();
    }

    /** Prints an error: what, why, what to do. */
    public void problem(Problem problem) {
        remark("proteus: " + problem.message());
        if (!problem.action().isEmpty()) {
            remark("  -> " + problem.action());
        }
    }

    /** Redraws the last line of a terminal; no line feed, control characters wanted. */
    void redraw(String text) {
        err.print("\r\u001b[2K" + text);
        err.flush();
    }
}
