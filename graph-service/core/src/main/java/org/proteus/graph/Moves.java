package org.proteus.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;

/** The moves of one search, found once for each state in which they are the same. */
final class Moves {

    /** What moves depend on; see {@link Stepping#moves}. */
    private record Key(Way.State state, int arcs) {}

    private final Stepping stepping;
    private final ContentType target;
    private final PricedGraph.Distances left;
    private final Map<Key, List<Move>> known = new HashMap<>();

    Moves(Stepping stepping, ContentType target, PricedGraph.Distances left) {
        this.stepping = stepping;
        this.target = target;
        this.left = left;
    }

    /** Returns what can be done next on a way, the best first. */
    List<Move> from(Way way) {
        int arcs = stepping.countsArcs() ? way.arcs() : Math.min(1, way.arcs());
        return known.computeIfAbsent(new Key(way.state(), arcs), _ -> sorted(way));
    }

    private List<Move> sorted(Way way) {
        List<Move> moves = stepping.moves(way, target, left);
        moves.sort(Move.BEST_FIRST);
        return moves;
    }
}
