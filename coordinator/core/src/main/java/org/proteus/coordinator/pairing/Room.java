package org.proteus.coordinator.pairing;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Counts the objects that wait for others, so that they never fill the memory. */
final class Room {

    /** Some 50 MB; objects of one name stand side by side in a listing, so few wait as a rule. */
    static final int MOST_WAITING = 100_000;

    private final int most;
    private int waiting;

    Room(int most) {
        this.most = most;
    }

    void enter() {
        waiting++;
        if (waiting > most) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "more than %d objects of the source wait for those that belong to them"
                            .formatted(most),
                    "keep what belongs together in one folder under names that sort together, or"
                            + " make a job of each folder");
        }
    }

    void leave(int objects) {
        waiting -= objects;
    }
}
