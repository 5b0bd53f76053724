package org.proteus.foundation.model;

/** An error with its {@link Problem}; whatever lies behind it is the cause and stays in the log. */
public class ProteusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Creates the exception for a problem that has no deeper cause. */
    public ProteusException(Problem problem) {
        super(problem.text());
        this.problem = problem;
    }

    /** Creates the exception for a problem and the failure behind it, which users never see. */
    public ProteusException(Problem problem, Throwable cause) {
        super(problem.text(), cause);
        this.problem = problem;
    }

    /** Creates the exception for a problem of this code. */
    public ProteusException(ErrorCode code, String message, String action) {
        this(new Problem(code, message, action));
    }

    /** Returns what the user is told. */
    public Problem problem() {
        return problem;
    }
}
