package org.proteus.graph;

import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanRules;

/**
 * What an object is to become.
 *
 * @param target type asked for
 * @param options options that some step must honour
 * @param rules what is prescribed of the way
 */
public record PlanGoal(ContentType target, Map<String, String> options, PlanRules rules) {

    public PlanGoal {
        options = Map.copyOf(options);
    }

    /** Returns a goal with no options and no rules. */
    public static PlanGoal of(ContentType target) {
        return new PlanGoal(target, Map.of(), PlanRules.NONE);
    }

    /** Returns the same with other options. */
    public PlanGoal withOptions(Map<String, String> wanted) {
        return new PlanGoal(target, wanted, rules);
    }

    /** Returns the same with other rules. */
    public PlanGoal withRules(PlanRules wanted) {
        return new PlanGoal(target, options, wanted);
    }
}
