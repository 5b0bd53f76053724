package org.proteus.coordinator.dispatch;

import org.proteus.foundation.model.protocol.Progress;

/** What a worker does for a task. */
public enum Stage {
    /** It reads from the source. */
    FETCH,
    /** It plans, runs a step, or waits. */
    RUN,
    /** It writes to the sink. */
    STORE;

    /** Returns the stage in which a worker told its progress. */
    public static Stage of(Progress progress) {
        return switch (progress.stage()) {
            case "fetch" -> FETCH;
            case "store" -> STORE;
            default -> RUN;
        };
    }
}
