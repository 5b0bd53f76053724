package org.proteus.cli.backend;

import java.io.IOException;
import java.io.OutputStream;
import org.proteus.coordinator.Jobs;

/** What a command works with: the engine in this process, or a server. */
public interface Backend extends Answers {

    /** Returns the jobs. */
    Jobs jobs();

    /** Writes the report of a job: one JSON object a line, the summary last. */
    void report(String job, OutputStream out) throws IOException;
}
