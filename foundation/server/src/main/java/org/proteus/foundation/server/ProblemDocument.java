package org.proteus.foundation.server;

import org.eclipse.jetty.http.HttpStatus;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;

/**
 * An error as a client gets it: problem details (RFC 9457), media type {@value #MEDIA_TYPE}.
 *
 * @param type {@code urn:proteus:problem:} and the error's code, for example {@code no-path}
 * @param title the HTTP status in words
 * @param status the HTTP status
 * @param detail what failed and why
 * @param code the error's code as programs compare it, for example {@code NO_PATH}
 * @param action what to do about it; empty when there is nothing to do
 * @param instance names this one answer; the server's log has the same request id
 */
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        ErrorCode code,
        String action,
        String instance) {

    /** Media type of the JSON form. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a client that found the server full may try again. */
    static final int RETRY_AFTER_SECONDS = 2;

    /** Returns the document for a problem, with the status that belongs to its code. */
    public static ProblemDocument of(Problem problem, String requestId) {
        return of(problem, ProblemStatus.of(problem.code()), requestId);
    }

    static ProblemDocument of(Problem problem, int status, String requestId) {
        return new ProblemDocument(
                "urn:proteus:problem:" + problem.code().slug(),
                HttpStatus.getMessage(status),
                status,
                problem.message(),
                problem.code(),
                problem.action(),
                "urn:proteus:request:" + requestId);
    }

    /** Whether trying the same again later makes sense. */
    boolean isTemporary() {
        return status == HttpStatus.TOO_MANY_REQUESTS_429
                || status == HttpStatus.SERVICE_UNAVAILABLE_503;
    }
}
