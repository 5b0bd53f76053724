package org.proteus.cli.output;

import java.time.Duration;
import java.time.Instant;
import org.proteus.foundation.model.job.JobView;

/** A plain line now and then, for logs and pipes. Not thread-safe. */
final class ProgressLines implements ProgressDisplay {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Printer printer;
    private final ProgressText text = new ProgressText();
    private final Instant started = Instant.now();
    private Instant next = started.plus(PAUSE);

    ProgressLines(Printer printer) {
        this.printer = printer;
    }

    /** Often enough for the rate in a line to be that of the last seconds. */
    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void update(JobView job) {
        Instant now = Instant.now();
        String line = text.of(job, now);
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(PAUSE);
        printer.remark(Amounts.duration(Duration.between(started, now)) + ": " + line);
    }

    @Override
    public void finish() {}
}
