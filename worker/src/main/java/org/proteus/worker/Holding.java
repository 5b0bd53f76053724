package org.proteus.worker;

import java.util.List;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanStep;

/**
 * What a task has of its object now: the object itself, or the last good intermediate.
 *
 * @param object where it is
 * @param type its type
 * @param done steps that made it of the object, in order
 */
record Holding(LocalObject object, ContentType type, List<PlanStep> done) {

    /** Returns what is held behind a step that succeeded. */
    Holding after(PlanStep step, LocalObject output) {
        List<PlanStep> further = Stream.concat(done.stream(), Stream.of(step)).toList();
        return new Holding(output, step.target(), further);
    }

    /** Returns the same in another place. */
    Holding movedTo(LocalObject elsewhere) {
        return new Holding(elsewhere, type, done);
    }
}
