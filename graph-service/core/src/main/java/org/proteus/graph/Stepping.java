package org.proteus.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.TypePattern;

/** What may be done next on the way of one question, and where that leads. */
final class Stepping {

    private final PlanGraph graph;
    private final Costs costs;
    private final PlanObject object;
    private final Demands demands;
    private final Predicate<String> supplied;
    private final Predicate<Capability> allowed;
    private final ContentType source;

    /**
     * @param object what is there, its type under its registered name
     * @param demands what the way must fulfil beside the media type
     * @param supplied whether the caller gives a value of that lower-case name
     * @param allowed which units may be used
     */
    Stepping(
            PricedGraph priced,
            PlanObject object,
            Demands demands,
            Predicate<String> supplied,
            Predicate<Capability> allowed) {
        this.graph = priced.graph();
        this.costs = priced.costs();
        this.object = object;
        this.demands = demands;
        this.supplied = supplied;
        this.allowed = allowed;
        this.source = object.type().withoutParameters();
    }

    /** Returns the media type of the object. */
    ContentType source() {
        return source;
    }

    Way start(ContentType target) {
        Map<String, String> known = known();
        int fulfilled = demands.atStart(source, known, source.equals(target));
        return Way.startingAt(new Way.State(source, false, fulfilled, telling(known)));
    }

    /** Whether moves depend on how many arcs a way has. */
    boolean countsArcs() {
        return demands.rules().pinsPlan();
    }

    /** Whether a way may have to be passed over for being forbidden as a whole. */
    boolean forbidsPlans() {
        return demands.rules().forbidsPlan();
    }

    boolean isEnd(Way way, ContentType target) {
        return way.state().type().equals(target)
                && way.state().fulfilled() == demands.everything()
                && demands.rules().allowsWhole(way);
    }

    /**
     * Returns what can be done next on a way. It depends on the way's state alone, on whether the
     * way has begun, and, when a whole plan is pinned, on how far it has come.
     *
     * @param left what is left to pay at least; moves that lead nowhere are left out
     */
    List<Move> moves(Way way, ContentType target, PricedGraph.Distances left) {
        List<Move> moves = new ArrayList<>();
        for (Arc arc : arcs(way)) {
            double least = left.from(arc.target());
            if (least < Double.POSITIVE_INFINITY && mayTake(way, arc, target)) {
                match(way, arc).ifPresent(level -> moves.add(move(way, arc, level, least)));
            }
        }
        return moves;
    }

    private Move move(Way way, Arc arc, MatchLevel level, double least) {
        return new Move(arc, level, reached(way, arc), arc.cost(costs) + level.cost(), least);
    }

    /** A pinned path is a whole way, so it is an arc at the start and nowhere else. */
    private List<Arc> arcs(Way way) {
        List<Arc> found = graph.from(way.state().type());
        List<Capability> paths = demands.rules().pinnedPaths();
        if (paths.isEmpty() || !way.isEmpty()) {
            return found;
        }
        List<Arc> all = new ArrayList<>(found);
        paths.forEach(path -> graph.from(way.state().type(), path).ifPresent(all::add));
        return all;
    }

    private boolean mayTake(Way way, Arc arc, ContentType target) {
        return allowed.test(arc.capability())
                && isSensible(way, arc)
                && demands.rules().allowsNext(way.arcs(), arc.capability().id())
                && (arc.target().equals(target) || demands.rules().allowsOnTheWay(arc.target()))
                && (!way.isEmpty() || isWithinLimit(arc.capability()))
                && arePartnersThere(way, arc.capability())
                && isSupplied(way, arc);
    }

    private Optional<MatchLevel> match(Way way, Arc arc) {
        return MatchLevel.of(
                arc.capability().source(),
                way.isEmpty() ? object.type().parameters() : way.state().known(),
                way.isEmpty() ? object.attributes() : Map.of());
    }

    /**
     * A unit for objects of any type takes the object itself, not a result on the way. What has
     * lost its structure does not become a document again: a text or a picture made of one stays
     * among its like, unless nothing is lost in the change (packing).
     */
    private static boolean isSensible(Way way, Arc arc) {
        if (!way.isEmpty() && arc.generality() == Generality.ANY) {
            return false;
        }
        return !way.state().structureLost()
                || arc.capability().loss() == LossClass.LOSSLESS
                || arc.source().type().equals(arc.target().type());
    }

    private boolean isWithinLimit(Capability capability) {
        long most = capability.maxInputBytes();
        return most == 0 || object.size() <= most;
    }

    /** A unit with several sources takes the object and all its partners, once. */
    private boolean arePartnersThere(Way way, Capability capability) {
        List<TypePattern> needed = capability.partners();
        if (needed.isEmpty()) {
            return true;
        }
        if (needed.size() != object.partners().size()
                || demands.arePartnersUsed(way.state().fulfilled())) {
            return false;
        }
        for (int i = 0; i < needed.size(); i++) {
            ContentType partner = TypeHierarchy.canonical(object.partners().get(i));
            if (!Generality.fits(partner.withoutParameters(), needed.get(i).mediaType())
                    || MatchLevel.of(needed.get(i), partner.parameters(), Map.of()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isSupplied(Way way, Arc arc) {
        for (String name : arc.capability().needed()) {
            boolean known =
                    way.state().known().containsKey(name)
                            || (way.isEmpty() && known().containsKey(name));
            if (!known && !supplied.test(name)) {
                return false;
            }
        }
        for (Link link : arc.capability().links()) {
            if (!link.isSupplied(supplied)) {
                return false;
            }
        }
        return true;
    }

    private Way.State reached(Way way, Arc arc) {
        Way.State before = way.state();
        ContentType type = before.type();
        int fulfilled = before.fulfilled();
        Map<String, String> known = before.known();
        for (Link link : arc.capability().links()) {
            fulfilled = demands.after(link, type, fulfilled);
            known = knownAfter(link, type, known, fulfilled);
            type = link.target();
        }
        boolean lost =
                before.structureLost() || arc.capability().loss() == LossClass.STRUCTURE_LOST;
        return new Way.State(type, lost, demands.after(arc, way.arcs(), fulfilled), known);
    }

    /** Returns what is known of the object; its type is believed more than what was probed. */
    private Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        object.attributes().forEach((name, value) -> known.put(Link.fold(name), value));
        known.putAll(object.type().parameters());
        return known;
    }

    private Map<String, String> knownAfter(
            Link link, ContentType type, Map<String, String> before, int fulfilled) {
        if (graph.telling().isEmpty()) {
            return Map.of();
        }
        TreeMap<String, String> known = new TreeMap<>();
        before.forEach((name, value) -> {
            if (link.keeps(name, type)) {
                known.put(name, value);
            }
        });
        link.unit().target().parameters().stream()
                .filter(p -> !Link.isOpen(p))
                .forEach(p -> known.put(Link.fold(p.name()), p.value()));
        for (int i = 0; i < demands.wishes().all().size(); i++) {
            Wish wish = demands.wishes().all().get(i);
            if ((fulfilled & 1 << i) != 0 && link.honoursOnTarget(wish)) {
                known.put(wish.name(), wish.value());
            }
        }
        return telling(known);
    }

    private Map<String, String> telling(Map<String, String> known) {
        if (graph.telling().isEmpty()) {
            return Map.of();
        }
        TreeMap<String, String> kept = new TreeMap<>(known);
        kept.keySet().retainAll(graph.telling());
        return kept;
    }
}
