package org.proteus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.UnitId;

/**
 * What a caller prescribes of a way, understood.
 *
 * @param pinned what must be on the way, each at a bit of its own
 * @param forbidden what must not
 * @param lossless whether only lossless units may be used
 */
record Rules(List<RuleName> pinned, List<RuleName> forbidden, boolean lossless) {

    static final Rules NONE = new Rules(List.of(), List.of(), false);

    /** Each pin doubles what a search may have to look at. */
    private static final int MOST = 12;

    /**
     * Understands what is prescribed.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if a name is unknown or there are too many
     */
    static Rules of(PlanRules rules, PlanGraph graph) {
        if (rules.pin().size() > MOST || rules.forbid().size() > 100 * MOST) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "more than " + MOST + " pins, or too many forbidden",
                    "pin the whole plan: its units joined by commas");
        }
        return new Rules(
                rules.pin().stream().map(name -> RuleName.of(name, graph)).toList(),
                rules.forbid().stream().map(name -> RuleName.of(name, graph)).toList(),
                rules.lossless());
    }

    boolean prescribesNothing() {
        return pinned.isEmpty() && forbidden.isEmpty() && !lossless;
    }

    /** Whether a capability may be used at all. */
    boolean allows(Capability capability) {
        return (!lossless || capability.loss() == LossClass.LOSSLESS)
                && (forbidden.isEmpty()
                        || forbidden.stream().noneMatch(name -> isUsedBy(name, capability)));
    }

    /** Whether a type may be reached when more is to come. */
    boolean allowsOnTheWay(ContentType type) {
        return forbidden.isEmpty() || !forbidden.contains(new RuleName.OfType(type));
    }

    /** Whether the way, when it has come to its end, is not forbidden as a whole. */
    boolean allowsWhole(Way way) {
        return forbidden.isEmpty()
                || (!forbidden.contains(new RuleName.OfPlan(way.units()))
                        && forbidden.stream().noneMatch(name -> isPathOf(name, way)));
    }

    /** Whether a whole plan is pinned. */
    boolean pinsPlan() {
        return pinned.stream().anyMatch(Rules::isWhole);
    }

    /** Whether a whole plan is forbidden. */
    boolean forbidsPlan() {
        return forbidden.stream().anyMatch(Rules::isWhole);
    }

    private static boolean isWhole(RuleName name) {
        return name instanceof RuleName.OfPlan || name instanceof RuleName.OfPath;
    }

    private static boolean isPathOf(RuleName name, Way way) {
        return name instanceof RuleName.OfPath(Capability path)
                && ids(path.links()).equals(ids(way.links()));
    }

    private static List<UnitId> ids(List<Link> links) {
        return links.stream().map(Link::id).toList();
    }

    /** Returns the paths that are pinned by their names. */
    List<Capability> pinnedPaths() {
        if (pinned.isEmpty()) {
            return List.of();
        }
        return pinned.stream()
                .flatMap(name ->
                        name instanceof RuleName.OfPath(Capability path)
                                ? Stream.of(path)
                                : Stream.empty())
                .distinct()
                .toList();
    }

    /** Whether pinned plans and paths, if any, go on with that unit after so many others. */
    boolean allowsNext(int arcsBefore, UnitId next) {
        for (RuleName name : pinned) {
            if (name instanceof RuleName.OfPlan(List<UnitId> units)
                    && (arcsBefore >= units.size() || !units.get(arcsBefore).equals(next))) {
                return false;
            }
            if (name instanceof RuleName.OfPath(Capability path)
                    && (arcsBefore > 0 || !path.id().equals(next))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the bits of the pins that an arc fulfils, as the so-manieth of a way. */
    int fulfilledBy(Arc arc, int arcsBefore) {
        int bits = 0;
        for (int i = 0; i < pinned.size(); i++) {
            if (isFulfilledBy(pinned.get(i), arc, arcsBefore)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** Returns the bits of the pins that a type fulfils from the start. */
    int fulfilledBy(ContentType type) {
        int bits = 0;
        for (int i = 0; i < pinned.size(); i++) {
            if (pinned.get(i).equals(new RuleName.OfType(type))) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    int everything() {
        return (1 << pinned.size()) - 1;
    }

    private static boolean isFulfilledBy(RuleName pin, Arc arc, int arcsBefore) {
        return switch (pin) {
            case RuleName.OfType(ContentType type) ->
                    arc.capability().links().stream().anyMatch(link -> link.target().equals(type));
            case RuleName.OfPlan(List<UnitId> units) -> arcsBefore == units.size() - 1;
            default -> isUsedBy(pin, arc.capability());
        };
    }

    private static boolean isUsedBy(RuleName name, Capability capability) {
        return switch (name) {
            case RuleName.OfProgram(String id) ->
                    capability.id().program().equals(id)
                            || capability.links().stream()
                                    .anyMatch(link -> link.id().program().equals(id));
            case RuleName.OfUnit(UnitId id) ->
                    capability.id().equals(id)
                            || capability.links().stream().anyMatch(link -> link.id().equals(id));
            case RuleName.OfType(ContentType type) ->
                    capability.links().stream()
                            .limit(capability.links().size() - 1L)
                            .anyMatch(link -> link.target().equals(type));
            case RuleName.OfPath(Capability path) -> path == capability;
            case RuleName.OfPlan _ -> false;
        };
    }

    /** Returns what is forbidden or pinned, as words for a message. */
    String words() {
        List<String> words = new ArrayList<>();
        if (!pinned.isEmpty()) {
            words.add("pinned: " + names(pinned));
        }
        if (!forbidden.isEmpty()) {
            words.add("forbidden: " + names(forbidden));
        }
        if (lossless) {
            words.add("lossless units only");
        }
        return String.join("; ", words);
    }

    private static String names(List<RuleName> names) {
        return String.join(", ", names.stream().map(Rules::text).toList());
    }

    private static String text(RuleName name) {
        return switch (name) {
            case RuleName.OfProgram(String id) -> id;
            case RuleName.OfUnit(UnitId id) -> id.toString();
            case RuleName.OfType(ContentType type) -> type.mediaType();
            case RuleName.OfPath(Capability path) -> path.name();
            case RuleName.OfPlan(List<UnitId> units) ->
                    String.join(",", units.stream().map(UnitId::toString).toList());
        };
    }
}
