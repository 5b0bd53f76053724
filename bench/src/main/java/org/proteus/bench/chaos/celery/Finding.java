package org.proteus.bench.chaos.celery;

/**
 * Something that a user would rather not have seen.
 *
 * @param kind what it is
 * @param what where, in words
 */
record Finding(Kind kind, String what) {

    /** What can be found. */
    enum Kind {
        /** An accepted task has neither a result nor an outcome: nobody will ever hear of it. */
        LOST,
        /** A sound object has no result, but an outcome that says so: somebody can act. */
        FAILED,
        /** A task ran to its end again after it had stored its result. */
        DOUBLED,
        /** Under the final name stands something that is not the right result. */
        WRONG,
        /** A temporary file, or a process, that nobody needs. */
        STRAY,
        /** The outcome is failure and the result is there, or success and it is not. */
        CONTRADICTING,
        /** The result is there, and no outcome says so. */
        UNTOLD
    }
}
