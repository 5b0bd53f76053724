package org.proteus.graph;

import java.util.Set;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.UnitId;

/**
 * What a planner is asked.
 *
 * @param object what is there
 * @param goal what it is to become
 * @param avoid units not to be used, because they failed
 * @param runnable the programs that some worker can run
 * @param alternatives how many other ways to name at most; 0 or more
 */
public record PlanQuestion(
        PlanObject object,
        PlanGoal goal,
        Set<UnitId> avoid,
        RunnablePrograms runnable,
        int alternatives) {

    /** Alternatives that are named when nobody says how many; more nobody reads. */
    public static final int SOME_ALTERNATIVES = 3;

    public PlanQuestion {
        avoid = Set.copyOf(avoid);
    }

    /** Returns the plain question, with every program taken as runnable. */
    public static PlanQuestion of(ContentType source, ContentType target) {
        return of(PlanObject.of(source), PlanGoal.of(target));
    }

    /** Returns the question of an object and a goal, with every program taken as runnable. */
    public static PlanQuestion of(PlanObject object, PlanGoal goal) {
        return new PlanQuestion(object, goal, Set.of(), RunnablePrograms.ALL, SOME_ALTERNATIVES);
    }

    /** Returns the same without these units. */
    public PlanQuestion avoiding(Set<UnitId> units) {
        return new PlanQuestion(object, goal, units, runnable, alternatives);
    }

    /** Returns the same with only these programs. */
    public PlanQuestion runnable(RunnablePrograms programs) {
        return new PlanQuestion(object, goal, avoid, programs, alternatives);
    }

    /** Returns the same with another number of alternatives. */
    public PlanQuestion alternatives(int most) {
        return new PlanQuestion(object, goal, avoid, runnable, most);
    }
}
