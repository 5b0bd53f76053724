package org.proteus.coordinator.store;

import java.util.Comparator;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * Names a task.
 *
 * @param job id of its job
 * @param seq number of its element
 * @param n number of the task in the element
 */
public record TaskId(String job, long seq, int n) implements Comparable<TaskId> {

    /**
     * The order in which everybody who waits for locks on several tasks takes them, so that nobody
     * waits in a circle.
     */
    public static final Comparator<TaskKey> LOCKING =
            Comparator.comparing(key -> TaskId.parse(key.task()));

    private static final Comparator<TaskId> NATURAL =
            Comparator.comparing(TaskId::job)
                    .thenComparingLong(TaskId::seq)
                    .thenComparingInt(TaskId::n);

    /**
     * Parses {@code job/seq/n}.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is none
     */
    public static TaskId parse(String text) {
        int last = text.lastIndexOf('/');
        int first = text.lastIndexOf('/', last - 1);
        try {
            if (first > 0) {
                return new TaskId(
                        text.substring(0, first),
                        Long.parseLong(text, first + 1, last, 10),
                        Integer.parseInt(text, last + 1, text.length(), 10));
            }
        } catch (NumberFormatException wrong) {
            // Told below, with the text as a whole.
        }
        throw new ProteusException(
                ErrorCode.BAD_REQUEST, "'" + text + "' is no task id", "send job/seq/n");
    }

    /** Returns the name of a lease's result until it is published: apart, and no other lease's. */
    public String temporaryName(long token) {
        return ".proteus-" + job + "-" + seq + "-" + n + "-" + token;
    }

    /** By job, element and number. */
    @Override
    public int compareTo(TaskId other) {
        return NATURAL.compare(this, other);
    }

    @Override
    public String toString() {
        return job + "/" + seq + "/" + n;
    }
}
