package org.proteus.graph;

import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.UnitStatisticsView;

/**
 * What can be transformed into what, by which units and by whom; what every face of the graph asks.
 * Thread-safe.
 */
public interface Catalogue {

    /**
     * Answers how an object would become what is asked for, with what can be run.
     *
     * @param alternatives how many other ways to name at most
     */
    PlanAnswer plan(PlanObject object, PlanGoal goal, int alternatives);

    /**
     * Tells why a program, a unit, a type or a whole way is not on the way that is chosen.
     *
     * @param name as in {@link org.proteus.foundation.model.program.PlanRules}
     * @throws org.proteus.foundation.model.ProteusException if nothing is called so, or there is no
     *     way at all
     */
    Explanation why(PlanObject object, PlanGoal goal, String name);

    /** Returns every type that can be reached from a type, nearest first. */
    List<ContentType> targets(ContentType source);

    /** Returns every type named by some unit from which a type can be reached, nearest first. */
    List<ContentType> sources(ContentType target);

    /** Returns the units that the filter lets through, in the order of their ids. */
    List<UnitView> units(UnitFilter filter);

    /** Returns what was learned of units, by unit; units of which nothing is known are left out. */
    List<UnitStatisticsView> statistics();

    /** Returns every program with who can run it. */
    List<ProgramView> programs();

    /**
     * Answers a query on programs and their units; {@code docs/query-language.md} has the language.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code BAD_REQUEST} that names the
     *     position of what is wrong
     */
    QueryResult query(String query);

    /**
     * Understands a type as people write it: a content type, an extension or a file name.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code UNKNOWN_TYPE}
     */
    ContentType resolveType(String text);
}
