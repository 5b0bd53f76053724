package org.proteus.worker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.WorkQueue;

/** Asks the coordinator for a plan, as long as that takes. Thread-safe. */
final class PlanCall {

    /** A coordinator that answers, but with an error of its own, is asked this often. */
    private static final int MOST_REFUSALS = 4;

    private final String worker;
    private final WorkQueue queue;
    private final Semaphore planning;
    private final Fate fate;

    PlanCall(String worker, WorkQueue queue, Stages stages, Fate fate) {
        this.worker = worker;
        this.queue = queue;
        this.planning = stages.planning;
        this.fate = fate;
    }

    /**
     * Asks for a plan.
     *
     * @param holding what the worker holds now
     * @param failures steps that failed under this lease
     */
    PlanReply ask(HeldTask task, Holding holding, List<StepFailure> failures) throws Exception {
        PlanRequest request =
                new PlanRequest(
                        worker,
                        task.key(),
                        holding.type(),
                        holding.partners().stream().map(HeldPartner::type).toList(),
                        holding.size(),
                        Map.of(),
                        holding.done(),
                        failures);
        Backoff backoff = new Backoff();
        while (true) {
            try {
                return once(task, request);
            } catch (ProteusException failed) {
                if (!fate.isSealedBy(failed) && isHopeless(failed, backoff)) {
                    throw TaskEndedException.failed(failed.problem(), failed);
                }
            }
            backoff.pause();
        }
    }

    private PlanReply once(HeldTask task, PlanRequest request) throws Exception {
        planning.acquire();
        try {
            return task.shielded(() -> queue.plan(request));
        } finally {
            planning.release();
        }
    }

    private static boolean isHopeless(ProteusException failed, Backoff backoff) {
        return switch (failed.problem().code()) {
            case UNAVAILABLE, BUSY -> false;
            case BAD_REQUEST -> true;
            default -> backoff.attempts() >= MOST_REFUSALS;
        };
    }
}
