package org.proteus.coordinator.store;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Names a task.
 *
 * @param job id of its job
 * @param seq number of its element
 * @param n number of the task in the element
 */
public record TaskId(String job, long seq, int n) {

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

    @Override
    public String toString() {
        return job + "/" + seq + "/" + n;
    }
}
