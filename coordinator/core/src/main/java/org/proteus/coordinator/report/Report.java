package org.proteus.coordinator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.proteus.coordinator.Jobs;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.net.WireJson;

/**
 * The report of a job as JSON Lines: each element in listing order, then {@code {"summary": job}}.
 * It is read page by page, so that a job of any size takes the same memory.
 */
public final class Report {

    private static final int PAGE = 200;

    private final Jobs jobs;
    private final String job;

    /** Creates the report of a job. */
    public Report(Jobs jobs, String job) {
        this.jobs = jobs;
        this.job = job;
    }

    /**
     * Writes the report.
     *
     * @throws IOException if the stream cannot be written
     */
    public void writeTo(OutputStream out) throws IOException {
        Optional<String> cursor = Optional.empty();
        do {
            Page<ElementView> page = jobs.elements(job, Optional.empty(), cursor, PAGE);
            for (ElementView element : page.items()) {
                line(element, out);
            }
            cursor = page.next();
        } while (cursor.isPresent());
        line(Map.of("summary", jobs.show(job)), out);
    }

    private static void line(Object value, OutputStream out) throws IOException {
        out.write(WireJson.write(value));
        out.write('\n');
    }
}
