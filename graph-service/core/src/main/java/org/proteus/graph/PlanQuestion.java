package org.proteus.graph;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

/**
 * What a planner is asked.
 *
 * @param source type of the object
 * @param target type asked for
 * @param attributes what probing found; a hint
 * @param options options that some step must honour
 * @param avoid units not to be used
 * @param runnable whether some worker can run a program
 * @param alternatives how many other ways to name at most
 */
public record PlanQuestion(
        ContentType source,
        ContentType target,
        Map<String, String> attributes,
        Map<String, String> options,
        Set<UnitId> avoid,
        Predicate<TransformationProgram> runnable,
        int alternatives) {

    /** Returns the plain question, with every program taken as runnable. */
    public static PlanQuestion of(ContentType source, ContentType target) {
        return new PlanQuestion(source, target, Map.of(), Map.of(), Set.of(), program -> true, 3);
    }
}
