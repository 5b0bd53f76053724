package org.proteus.worker;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.protocol.Release;

/** The task ends without a result: it is released with an outcome and a problem. */
final class TaskEndedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Release.Outcome outcome;
    private final transient Problem problem;

    TaskEndedException(Release.Outcome outcome, Problem problem, Throwable cause) {
        super(problem.text(), cause);
        this.outcome = outcome;
        this.problem = problem;
    }

    static TaskEndedException failed(ErrorCode code, String message, String action) {
        return failed(new Problem(code, message, action), null);
    }

    static TaskEndedException failed(Problem problem, Throwable cause) {
        return new TaskEndedException(Release.Outcome.FAILED, problem, cause);
    }

    static TaskEndedException refused(ErrorCode code, String message, String action) {
        return new TaskEndedException(
                Release.Outcome.REFUSED, new Problem(code, message, action), null);
    }

    Release.Outcome outcome() {
        return outcome;
    }

    Problem problem() {
        return problem;
    }
}
