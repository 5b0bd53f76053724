package org.proteus.worker;

import java.util.concurrent.Semaphore;

/** How many tasks may be in each stage at once. */
final class Stages {

    /** Plans come from a cache; more at once would only open more connections. */
    private static final int PLANNING = 16;

    /** Results whose commit is under way; a batch is not larger. */
    private static final int ENDING = 500;

    private static final int FEWEST_TRANSFERS = 4;

    final Intake intake;
    final Semaphore fetching;
    final Semaphore planning = new Semaphore(PLANNING, true);
    final Semaphore slots;
    final Semaphore storing;
    final Semaphore ending = new Semaphore(ENDING, true);

    Stages(int slotCount) {
        intake = new Intake(slotCount);
        fetching = new Semaphore(Math.max(FEWEST_TRANSFERS, 2 * slotCount), true);
        slots = new Semaphore(slotCount, true);
        storing = new Semaphore(Math.max(FEWEST_TRANSFERS, 2 * slotCount), true);
    }
}
