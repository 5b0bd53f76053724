package org.proteus.foundation.server;

import org.proteus.foundation.model.ErrorCode;

/** The HTTP status of each error; the only place that knows. */
public final class ProblemStatus {

    private ProblemStatus() {}

    /** Returns the status that a client gets with an error of this code. */
    public static int of(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST, UNKNOWN_TYPE, UNKNOWN_SCHEME -> 400;
            case UNAUTHORIZED -> 401;
            case NOT_FOUND -> 404;
            case CONFLICT, CANCELLED -> 409;
            case TOO_LARGE -> 413;
            // The request is well formed; it is the object, the plan or the place that will not do.
            case NO_PATH,
                    NO_PARTNER,
                    UNKNOWN_OPTION,
                    BAD_PROGRAM,
                    SOURCE_UNREADABLE,
                    SINK_UNWRITABLE,
                    BROKEN_OBJECT,
                    ENCRYPTED_OBJECT,
                    NO_TEXT,
                    LIMIT_EXCEEDED,
                    PROGRAM_FAILED,
                    BAD_OUTPUT,
                    KILLS_WORKER ->
                    422;
            case BUSY -> 429;
            case NO_WORKER, IN_USE, UNAVAILABLE -> 503;
            case DISK_FULL -> 507;
            case INTERNAL -> 500;
        };
    }

    /** Returns the code that fits a status which the server itself answers with. */
    static ErrorCode codeFor(int status) {
        return switch (status) {
            case 401 -> ErrorCode.UNAUTHORIZED;
            case 404 -> ErrorCode.NOT_FOUND;
            case 409 -> ErrorCode.CONFLICT;
            case 413, 414, 431 -> ErrorCode.TOO_LARGE;
            case 429 -> ErrorCode.BUSY;
            case 502, 503, 504 -> ErrorCode.UNAVAILABLE;
            default -> status >= 500 ? ErrorCode.INTERNAL : ErrorCode.BAD_REQUEST;
        };
    }
}
