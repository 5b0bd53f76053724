package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.UnitId;

/**
 * A way under search, from the source to the type reached so far.
 *
 * @param before the way without its last arc; null at the source
 * @param arc the last arc; null at the source
 * @param level how well the last arc's source fitted
 * @param state where it stands
 * @param cost what it costs so far
 * @param arcs number of arcs
 * @param names ids of its units, to order ways that are equal otherwise
 */
record Way(Way before, Arc arc, MatchLevel level, State state, int cost, int arcs, String names) {

    /**
     * All that the rest of a way depends on.
     *
     * @param type media type reached
     * @param structureLost whether the structure of the object is gone
     * @param fulfilled bits of the wishes that are fulfilled
     * @param known parameters known of the content on which the choice of a unit can depend
     */
    record State(
            ContentType type, boolean structureLost, int fulfilled, Map<String, String> known) {}

    static Way startingAt(State state) {
        return new Way(null, null, MatchLevel.EXACT, state, 0, 0, "");
    }

    Way then(Arc next, MatchLevel fit, State reached, int price) {
        return new Way(this, next, fit, reached, cost + price, arcs + 1, names + ' ' + next.name());
    }

    /** Whether it would only come back to where it was, with nothing gained. */
    boolean hasBeenAt(State reached) {
        for (Way way = this; way != null; way = way.before) {
            if (way.state.type().equals(reached.type())
                    && (reached.fulfilled() & ~way.state.fulfilled()) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns its ways from the first arc to the last. */
    List<Way> steps() {
        List<Way> steps = new ArrayList<>();
        for (Way way = this; way.arc != null; way = way.before) {
            steps.add(way);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Returns what runs, in order. */
    List<Link> links() {
        return steps().stream().flatMap(way -> way.arc.capability().links().stream()).toList();
    }

    /** Returns the units as a reader knows them: composites by their own name. */
    List<UnitId> units() {
        return steps().stream().map(way -> way.arc.capability().id()).toList();
    }
}
