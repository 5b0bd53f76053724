package org.proteus.bench.chaos.check;

import java.util.List;

/**
 * What the database itself says of a task.
 *
 * @param seq number of its element
 * @param state its state
 * @param storedToken token under which its result was committed; 0 for none
 * @param checksum checksum that was committed
 * @param attempts tokens and outcomes of its attempts, in order
 */
public record StoredTask(
        long seq, String state, long storedToken, String checksum, List<Attempt> attempts) {

    /**
     * One lease that has ended.
     *
     * @param token its token
     * @param outcome how it ended
     * @param planned whether it had a plan; one that only published had none
     */
    public record Attempt(long token, String outcome, boolean planned) {

        /** Whether a result of it was accepted. */
        boolean committed() {
            return outcome.equals("done") && planned;
        }
    }

    public StoredTask {
        attempts = List.copyOf(attempts);
    }
}
