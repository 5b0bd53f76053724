package org.proteus.worker;

import java.util.Optional;
import java.util.function.Consumer;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Whether this worker must end because the coordinator does not want it. Thread-safe. */
final class Fate {

    private final Consumer<Problem> onEnd;
    private volatile Optional<Problem> end = Optional.empty();

    Fate(Consumer<Problem> onEnd) {
        this.onEnd = onEnd;
    }

    /** Takes note of a failed call; tells whether it seals the end of this worker. */
    boolean isSealedBy(RuntimeException failure) {
        if (failure instanceof ProteusException known
                && known.problem().code() == ErrorCode.UNAUTHORIZED) {
            seal(known.problem());
            return true;
        }
        return false;
    }

    void seal(Problem problem) {
        synchronized (this) {
            if (end.isPresent()) {
                return;
            }
            end = Optional.of(problem);
        }
        onEnd.accept(problem);
    }

    Optional<Problem> end() {
        return end;
    }
}
