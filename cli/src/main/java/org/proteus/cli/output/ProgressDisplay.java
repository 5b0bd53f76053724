package org.proteus.cli.output;

import java.time.Duration;
import org.proteus.foundation.model.job.JobView;

/** Shows how far a job is while its command waits. */
public interface ProgressDisplay {

    /** Returns how often it wants to be shown the job; each time sums over all its elements. */
    Duration every();

    /** Shows the job as it stands. */
    void update(JobView job);

    /** Ends the display before the result is printed. */
    void finish();

    /** Returns a bar on a terminal, plain lines otherwise. */
    static ProgressDisplay on(Printer printer, boolean terminal) {
        return terminal ? new ProgressBar(printer) : new ProgressLines(printer);
    }
}
