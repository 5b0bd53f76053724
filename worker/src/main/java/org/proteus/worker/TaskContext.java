package org.proteus.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import org.proteus.foundation.model.protocol.Lease;

/** Everything that belongs to one run of one task; used by its thread. */
final class TaskContext implements AutoCloseable {

    private final HeldTask task;
    private final Notes notes;
    private final Scratch scratch;
    private final Passage passage;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    TaskContext(HeldTask task, Scratch scratch, Passage passage) {
        this.task = task;
        this.notes = new Notes(task.leasedAt());
        this.scratch = scratch;
        this.passage = passage;
    }

    HeldTask task() {
        return task;
    }

    Lease lease() {
        return task.lease();
    }

    Notes notes() {
        return notes;
    }

    Scratch scratch() {
        return scratch;
    }

    Passage passage() {
        return passage;
    }

    /** Remembers what must be done if the result does not count. */
    void undoLater(Runnable action) {
        undo.push(action);
    }

    /** The result counts, or may count: nothing is undone. */
    void keep() {
        undo.clear();
    }

    /** Undoes what is still to be undone and gives everything back. */
    @Override
    public void close() {
        try {
            while (!undo.isEmpty()) {
                undo.pop().run();
            }
        } finally {
            scratch.close();
            passage.close();
        }
    }
}
