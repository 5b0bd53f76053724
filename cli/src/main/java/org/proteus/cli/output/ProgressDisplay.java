package org.proteus.cli.output;

import org.proteus.foundation.model.job.JobView;

/** Shows how far a job is while its command waits. */
public interface ProgressDisplay {

    /** Shows the job as it stands. */
    void update(JobView job);

    /** Ends the display before the result is printed. */
    void finish();

    /** Returns a bar on a terminal, plain lines otherwise. */
    static ProgressDisplay on(Printer printer, boolean terminal) {
        return terminal ? new ProgressBar(printer) : new ProgressLines(printer);
    }
}
