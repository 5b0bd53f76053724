package org.proteus.worker;

import java.util.concurrent.Semaphore;

/**
 * The way of one task through the stages. A place is given up only when the next one is had, so
 * that each stage bounds the one before. Used by one thread.
 */
final class Passage implements AutoCloseable {

    private final Stages stages;
    private boolean ahead = true;
    private boolean inSlot;
    private boolean storing;
    private boolean ending;
    private Runnable room = () -> {};

    /** The task enters the worker. */
    Passage(Stages stages) {
        this.stages = stages;
        stages.intake.entered();
    }

    /** Waits until the disk has room for the object. */
    void reserve(DiskRoom disk, long bytes) throws InterruptedException {
        long size = Math.max(0, bytes);
        disk.take(size);
        room = () -> disk.giveBack(size);
    }

    /** Waits for a slot, unless the task has one. */
    void enterSlot() throws InterruptedException {
        if (!inSlot) {
            stages.slots.acquire();
            inSlot = true;
        }
    }

    /** Waits for a place in the store stage, then leaves the slot. */
    void enterStore() throws InterruptedException {
        stages.ending.acquire();
        ending = true;
        stages.storing.acquire();
        storing = true;
        leaveSlot();
    }

    /** The result is out of the worker's hands; only its commit is waited for. */
    void stored() {
        storing = released(storing, stages.storing);
    }

    @Override
    public void close() {
        leaveSlot();
        stored();
        ending = released(ending, stages.ending);
        room.run();
        room = () -> {};
    }

    private void leaveSlot() {
        inSlot = released(inSlot, stages.slots);
        if (ahead) {
            ahead = false;
            stages.intake.left();
        }
    }

    private static boolean released(boolean held, Semaphore permits) {
        if (held) {
            permits.release();
        }
        return false;
    }
}
