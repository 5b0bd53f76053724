package org.proteus.cli.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proteus.cli.backend.Backend;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobView;

/** The report of a job in a file: one JSON object a line, the summary last. */
final class ReportFile {

    private ReportFile() {}

    static void write(Backend backend, JobView job, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            backend.report(job.id(), out);
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.SINK_UNWRITABLE,
                            "the report cannot be written to " + file,
                            "the objects are not affected; name another file"),
                    e);
        }
    }
}
