package org.proteus.worker;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The names under which earlier leases of a task may have left a temporary object. A temporary name
 * ends with the token of its lease, and tokens of a task count from 1.
 */
final class EarlierTemporaries {

    /** A task is given up long before that many leases. */
    private static final long MOST = 1000;

    private EarlierTemporaries() {}

    /** Returns the names that go before this one; none when it ends with no token above 1. */
    static List<String> of(String temporaryName) {
        int end = temporaryName.lastIndexOf('-') + 1;
        String stem = temporaryName.substring(0, end);
        return LongStream.range(1, Math.min(token(temporaryName.substring(end)), MOST))
                .mapToObj(token -> stem + token)
                .toList();
    }

    private static long token(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException otherName) {
            return 0;
        }
    }
}
