package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.UnitId;

/** A way under search, from the source to the type reached so far. */
final class Way {

    /**
     * All that the rest of a way depends on.
     *
     * @param type media type reached
     * @param structureLost whether the structure of the object is gone
     * @param fulfilled bits of the demands that are fulfilled
     * @param known parameters known of the content on which the choice of a unit can depend
     */
    record State(
            ContentType type, boolean structureLost, int fulfilled, Map<String, String> known) {

        /** Returns the same with the structure whole. */
        State withoutLoss() {
            return structureLost ? new State(type, false, fulfilled, known) : this;
        }
    }

    private final Way before;
    private final Arc arc;
    private final MatchLevel level;
    private final State state;
    private final int cost;
    private final int arcs;
    private String names;

    private Way(Way before, Arc arc, MatchLevel level, State state, int cost, int arcs) {
        this.before = before;
        this.arc = arc;
        this.level = level;
        this.state = state;
        this.cost = cost;
        this.arcs = arcs;
    }

    static Way startingAt(State state) {
        return new Way(null, null, MatchLevel.EXACT, state, 0, 0);
    }

    Way then(Move move) {
        return new Way(
                this, move.arc(), move.level(), move.reached(), cost + move.price(), arcs + 1);
    }

    /** Returns the same way, its last arc fitting no better than that. */
    Way matchedAtBest(MatchLevel best) {
        return level.compareTo(best) >= 0 ? this : new Way(before, arc, best, state, cost, arcs);
    }

    /** Whether it has not begun: the object is what was asked for. */
    boolean isEmpty() {
        return arc == null;
    }

    State state() {
        return state;
    }

    /** Returns what it costs so far, in thousandths of a point. */
    int cost() {
        return cost;
    }

    /** Returns the number of its arcs. */
    int arcs() {
        return arcs;
    }

    /** Returns the last arc; there must be one. */
    Arc arc() {
        return arc;
    }

    /** Returns how well what the last arc takes fitted. */
    MatchLevel level() {
        return level;
    }

    /** Returns the ids of its units, to order ways that are equal otherwise. */
    String names() {
        if (names == null) {
            names = isEmpty() ? "" : before.names() + ' ' + arc.capability().name();
        }
        return names;
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

    /** Returns the units as a reader knows them: composites by their own id. */
    List<UnitId> units() {
        return steps().stream().map(way -> way.arc.capability().id()).toList();
    }

    /** Returns the worst loss of any of its units. */
    LossClass loss() {
        return steps().stream()
                .map(step -> step.arc.capability().loss())
                .max(LossClass::compareTo)
                .orElse(LossClass.LOSSLESS);
    }

    /** Returns what it costs, in its parts. */
    PlanCost planCost(Costs costs) {
        Price sum = Price.NOTHING;
        int fit = 0;
        for (Way step : steps()) {
            sum = sum.plus(costs.of(step.arc.capability()));
            fit += step.arc.generality().cost() + step.level.cost();
        }
        return PlanCost.of(points(sum.loss()), points(sum.time()), points(sum.risk()), points(fit));
    }

    /** Returns thousandths as points. */
    static double points(int thousandths) {
        return (double) thousandths / Price.POINT;
    }
}
