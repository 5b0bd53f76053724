package org.proteus.foundation.server;

import org.proteus.foundation.model.Problem;

/** What is said of errors that the server itself finds, before or beside any endpoint. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int status) {
        return new Problem(ProblemStatus.codeFor(status), message(status), action(status));
    }

    private static String message(int status) {
        return switch (status) {
            case 400 -> "the request cannot be understood";
            case 401 -> "credentials are missing or were refused";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take that method";
            case 406 -> "the answer cannot be had in a media type that the request accepts";
            case 408 -> "the request came too slowly";
            case 413 -> "the request is larger than allowed";
            case 414 -> "the address is longer than allowed";
            case 415 -> "the body has a media type that is not taken here";
            case 417 -> "the expectation of the request cannot be met";
            case 421 -> "this server does not answer to that host name";
            case 426, 505 -> "this version of HTTP is not spoken here";
            case 431 -> "the headers of the request are larger than allowed";
            case 501 -> "the request asks for something that this server cannot do";
            case 503 -> "the service is starting or stopping";
            default -> status >= 500 ? "the service failed" : "the request was refused";
        };
    }

    private static String action(int status) {
        return switch (status) {
            case 404, 405 -> "Look at /api/v1/openapi.json for what there is";
            case 406 -> "Send an Accept header that allows application/json";
            case 413 -> "Send less, or let a worker fetch the object from a data source";
            case 414, 431 -> "Shorten the request";
            case 415 -> "Send the body as application/json";
            case 503 -> "Try again in a moment";
            default ->
                    status >= 500
                            ? "Look in the server's log for the request id"
                            : "Correct the request and send it again";
        };
    }
}
