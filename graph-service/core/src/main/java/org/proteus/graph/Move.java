package org.proteus.graph;

import java.util.Comparator;

/**
 * What can be done next in a state, and where that leads.
 *
 * @param arc what is done
 * @param level how well what the arc takes fits what is there
 * @param reached the state behind it
 * @param price what it costs, in thousandths of a point
 * @param least what is left to pay behind it at least
 */
record Move(Arc arc, MatchLevel level, Way.State reached, int price, double least) {

    /** Those that lead to the cheapest ways first, then by name. */
    static final Comparator<Move> BEST_FIRST =
            Comparator.comparingDouble(Move::total)
                    .thenComparing(move -> move.arc.capability().name());

    double total() {
        return price + least;
    }
}
