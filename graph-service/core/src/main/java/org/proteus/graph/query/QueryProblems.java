package org.proteus.graph.query;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Refusals of queries. */
final class QueryProblems {

    private static final String EXAMPLE =
            "for example: GET TRANSFORMATIONUNIT unitId, targetType WHERE sourceType = \"image/png\"";

    private QueryProblems() {}

    /** Refuses what stands at a position, from 1. */
    static ProteusException at(int position, String expected, String found) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "query, position " + position + ": " + expected + ", found " + found,
                EXAMPLE);
    }

    /** Refuses a query that is too much of something. */
    static ProteusException tooMuch(String limit) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST, "query: " + limit, "ask in several queries");
    }
}
