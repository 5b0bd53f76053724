package org.proteus.graph;

import java.util.List;
import java.util.Optional;

/**
 * The best of the ways that go on from another and were not looked at yet. The others wait behind
 * it, so that a type from which thousands of units start puts one candidate into the queue, not
 * thousands.
 */
final class Candidate implements Comparable<Candidate> {

    private final Way before;
    private final List<Move> moves;
    private final int at;
    private final double total;
    private Way way;

    private Candidate(Way before, List<Move> moves, int at) {
        this.before = before;
        this.moves = moves;
        this.at = at;
        this.total = before.cost() + moves.get(at).total();
    }

    /**
     * Returns the best of the ways that go on by these moves.
     *
     * @param moves the best first
     */
    static Optional<Candidate> first(Way before, List<Move> moves) {
        return moves.isEmpty() ? Optional.empty() : Optional.of(new Candidate(before, moves, 0));
    }

    /** Returns the next best. */
    Optional<Candidate> next() {
        return at + 1 == moves.size()
                ? Optional.empty()
                : Optional.of(new Candidate(before, moves, at + 1));
    }

    /** Whether it would only come back to where it was, with nothing gained. */
    boolean leadsBack() {
        return before.hasBeenAt(moves.get(at).reached());
    }

    Way way() {
        if (way == null) {
            way = before.then(moves.get(at));
        }
        return way;
    }

    @Override
    public int compareTo(Candidate other) {
        int byTotal = Double.compare(total, other.total);
        if (byTotal != 0) {
            return byTotal;
        }
        int byArcs = Integer.compare(before.arcs(), other.before.arcs());
        return byArcs != 0 ? byArcs : way().names().compareTo(other.way().names());
    }
}
