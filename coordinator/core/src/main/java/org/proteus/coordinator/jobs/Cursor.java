package org.proteus.coordinator.jobs;

import org.proteus.coordinator.store.JobRow;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Where a page ends, and how long one may be. */
record Cursor(long created, String id) {

    /** Before the newest job. */
    static final Cursor FIRST = new Cursor(Long.MAX_VALUE, "");

    private static final int LONGEST_PAGE = 1000;

    static Cursor at(JobRow job) {
        return new Cursor(job.created(), job.id());
    }

    static Cursor parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw wrong(text);
        }
        return new Cursor(number(text.substring(0, dash)), text.substring(dash + 1));
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw wrong(text);
        }
    }

    /** Returns the rows of a page that are asked for, if there may be so many. */
    static int limit(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a page has 1 to " + LONGEST_PAGE + " rows, not " + limit,
                    "ask for less and follow the cursor");
        }
        return limit;
    }

    private static ProteusException wrong(String text) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "'" + text + "' is no cursor",
                "send the cursor of the page before, or none");
    }

    String text() {
        return created + "-" + id;
    }
}
