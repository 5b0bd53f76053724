package org.proteus.graph;

import java.util.List;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;

/**
 * The ways of one object to one type, under wishes and rules that may be relaxed to see why not.
 */
final class Ways {

    private final PricedGraph priced;
    private final PlanObject object;
    private final ContentType target;
    private final boolean classic;

    /**
     * @param object what is there, its type under its registered name
     * @param target type asked for, under its registered name
     * @param classic whether ways are found as gDTS did
     */
    Ways(PricedGraph priced, PlanObject object, ContentType target, boolean classic) {
        this.priced = priced;
        this.object = object;
        this.target = target;
        this.classic = classic;
    }

    /**
     * Returns up to so many ways, best first. A wish may lengthen a way but must not cost the
     * structure that it would keep without.
     */
    List<Way> find(Wishes wishes, Rules rules, Predicate<Capability> allowed, int count) {
        Predicate<String> supplied = name -> wishes.named(name).isPresent();
        if (classic) {
            return new ClassicSearch(priced, object.type(), target, supplied, allowed).best(count);
        }
        if (wishes.all().isEmpty()) {
            return search(object, wishes, rules, supplied, allowed).best(target, count);
        }
        List<Way> plain = search(object, Wishes.NONE, rules, supplied, allowed).best(target, 1);
        if (plain.isEmpty()) {
            return List.of();
        }
        Predicate<Capability> keeping = c -> c.loss() != LossClass.STRUCTURE_LOST;
        boolean keeps = plain.getFirst().loss() != LossClass.STRUCTURE_LOST;
        return search(object, wishes, rules, supplied, keeps ? allowed.and(keeping) : allowed)
                .best(target, count);
    }

    boolean isClassic() {
        return classic;
    }

    /** Returns the ways that there are when matching decides what is legal only. */
    Ways unlessClassic() {
        return new Ways(priced, object, target, false);
    }

    /** Returns the way that there would be if the caller supplied whatever is needed. */
    List<Way> ifSupplied(Rules rules) {
        return search(object, Wishes.NONE, rules, _ -> true, _ -> true).best(target, 1);
    }

    /** Returns the way that there would be for an object of no known size. */
    List<Way> ofAnySize(Wishes wishes, Rules rules) {
        PlanObject unknown = object.withSize(PlanObject.UNKNOWN_SIZE);
        Predicate<String> supplied = name -> wishes.named(name).isPresent();
        return search(unknown, Wishes.NONE, rules, supplied, _ -> true).best(target, 1);
    }

    /** Returns the way that there would be for an object without partners. */
    List<Way> withoutPartners() {
        PlanObject alone = object.withPartners(List.of());
        return search(alone, Wishes.NONE, Rules.NONE, _ -> false, _ -> true).best(target, 1);
    }

    /** Returns every type that can be reached without options, nearest first. */
    List<ContentType> reachable() {
        return search(
                        object.withPartners(List.of()),
                        Wishes.NONE,
                        Rules.NONE,
                        _ -> false,
                        _ -> true)
                .reachable();
    }

    private Search search(
            PlanObject from,
            Wishes wishes,
            Rules rules,
            Predicate<String> supplied,
            Predicate<Capability> allowed) {
        Demands demands = new Demands(wishes, rules, !from.partners().isEmpty());
        return new Search(priced, new Stepping(priced, from, demands, supplied, allowed));
    }
}
