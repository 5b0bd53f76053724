package org.proteus.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanStep;

/**
 * What a task has of its object now: the object itself, or the last good intermediate.
 *
 * @param object where it is
 * @param type its type
 * @param partners the objects that belong to it, in order, until a step has used them
 * @param done steps that made it of the object, in order
 */
record Holding(
        LocalObject object, ContentType type, List<HeldPartner> partners, List<PlanStep> done) {

    /** Returns what is held behind a step that succeeded. */
    Holding after(PlanStep step, LocalObject output) {
        List<PlanStep> further = Stream.concat(done.stream(), Stream.of(step)).toList();
        return new Holding(output, step.target(), uses(step) ? List.of() : partners, further);
    }

    /** Whether a step takes the partners too. */
    static boolean uses(PlanStep step) {
        return !step.partners().isEmpty();
    }

    /** Returns the same with everything that a step takes in files of the right extension. */
    Holding inFiles(PlanStep step, Scratch scratch) throws IOException {
        LocalObject file = new LocalObject.InFile(object.file(scratch, TypeNames.extension(type)));
        List<HeldPartner> others = new ArrayList<>();
        for (HeldPartner partner : partners) {
            others.add(uses(step) ? partner.asFile(scratch) : partner);
        }
        return new Holding(file, type, List.copyOf(others), done);
    }

    /** Returns the bytes of everything held. */
    long size() throws IOException {
        long sum = object.size();
        for (HeldPartner partner : partners) {
            sum += partner.object().size();
        }
        return sum;
    }
}
