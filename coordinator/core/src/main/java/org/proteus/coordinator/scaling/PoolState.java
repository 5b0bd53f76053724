package org.proteus.coordinator.scaling;

import java.time.Duration;
import java.util.Optional;

/**
 * A pool at a moment.
 *
 * @param target workers it shall have
 * @param live workers that take work
 * @param idle those of them that have nothing to do
 * @param boot how long its workers took to come when they were last ordered
 */
record PoolState(int target, int live, int idle, Optional<Duration> boot) {

    /** Returns how many workers were ordered and are not there. */
    int booting() {
        return Math.max(0, target - live);
    }

    /** Returns how many of a job's workers are there, if all jobs wait for theirs alike. */
    int present(int given) {
        return live >= target ? given : given * live / target;
    }
}
