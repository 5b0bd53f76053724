package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.model.ContentType;

/** Finds the way from a type to another. Thread-safe; readers never block. */
public interface Planner {

    /** Answers with a plan, or with the reason why there is none. */
    PlanAnswer plan(PlanQuestion question);

    /**
     * Returns every type that can be reached from a type, nearest first, without the type itself.
     */
    List<ContentType> targets(ContentType source);

    /**
     * Returns every type named by some unit from which a type can be reached, nearest first,
     * without the type itself.
     */
    List<ContentType> sources(ContentType target);

    /**
     * Tells why a program, a unit, a type or a whole way is not on the way that would be chosen.
     *
     * @param name as in {@link org.proteus.foundation.model.program.PlanRules}
     * @throws org.proteus.foundation.model.ProteusException if nothing is called so, or there is no
     *     way at all
     */
    Explanation why(PlanQuestion question, String name);

    /** Returns the units that the filter lets through, in the order of their ids. */
    List<UnitView> units(UnitFilter filter, RunnablePrograms runnable);
}
