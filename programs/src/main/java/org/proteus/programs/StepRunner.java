package org.proteus.programs;

import java.util.List;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.StepRecord;

/** Runs steps of plans on this machine, whatever kind of program they name. Thread-safe. */
public interface StepRunner extends AutoCloseable {

    /**
     * Returns what can run here, one offer per program document.
     *
     * @param published programs that users have published, beside those that are installed here
     */
    List<ProgramOffer> offers(List<TransformationProgram> published);

    /**
     * Runs a step; blocks until it ended. Interrupting the thread kills the whole process tree and
     * then throws.
     *
     * @param step what to run; its program is one of {@link #offers}
     * @param invocation inputs, output and scratch folder
     * @param progress hears the progress
     * @return how it went; a failure of the tool or of the object is a result, not an exception
     * @throws InterruptedException if the thread was interrupted; nothing of the run is alive then
     */
    StepRecord run(PlanStep step, Invocation invocation, ProgressListener progress)
            throws InterruptedException;

    /**
     * Stops all programs where they are, those too that begin meanwhile; their time limits stand
     * still. Repeating is harmless.
     */
    void suspend();

    /** Lets all programs go on; the end of {@link #suspend}. */
    void resume();

    /** Ends every program host. */
    @Override
    void close();
}
