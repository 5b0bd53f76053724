package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Set;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/**
 * Everything a choice of steps depends on, besides the programs themselves.
 *
 * @param object what the worker holds
 * @param goal what the request asks for
 * @param done steps that made what the worker holds of the object, in order
 * @param earlier steps that failed under earlier leases
 * @param failures steps that failed under this lease
 * @param own what the asking worker can run, as {@code program@checksum}
 * @param missing what to do when no live worker can run the plan
 */
public record PlanContext(
        PlanObject object,
        PlanGoal goal,
        List<PlanStep> done,
        List<StepFailure> earlier,
        List<StepFailure> failures,
        Set<String> own,
        MissingWorker missing) {

    /** Returns what is still to be done behind the steps that were. */
    PlanGoal remainingGoal() {
        return done.isEmpty() ? goal : new Remainder(goal, done).goal();
    }
}
