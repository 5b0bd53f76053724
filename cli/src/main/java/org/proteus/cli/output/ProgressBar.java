package org.proteus.cli.output;

import java.time.Duration;
import java.time.Instant;
import org.proteus.foundation.model.job.JobView;

/** One line of a terminal, redrawn. Not thread-safe. */
final class ProgressBar implements ProgressDisplay {

    private static final int WIDTH = 24;

    private final Printer printer;
    private final ProgressText text = new ProgressText();
    private boolean drawn;

    ProgressBar(Printer printer) {
        this.printer = printer;
    }

    @Override
    public Duration every() {
        return Duration.ofMillis(200);
    }

    @Override
    public void update(JobView job) {
        int filled =
                job.total() == 0 ? 0 : Math.toIntExact(WIDTH * job.endedElements() / job.total());
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        printer.redraw("[" + bar + "] " + Plain.of(text.of(job, Instant.now())));
        drawn = true;
    }

    @Override
    public void finish() {
        if (drawn) {
            printer.redraw("");
        }
    }
}
