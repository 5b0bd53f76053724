package org.proteus.cli.measure;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.library.Knowledge;

/** Draws pairs of types that have at least two plans, the same ones every time. */
final class Pairs {

    /** Fixed, so that a pair that fails fails again. */
    private static final long SEED = 20_261_127L;

    private static final int ALTERNATIVES = 3;
    private static final int MOST_SAMPLES = 2;

    /** Where there is something to compare. */
    private static final Set<String> COMPARABLE =
            Set.of(
                    "PICTURE PICTURE",
                    "PICTURE PAGES",
                    "PICTURE FILM",
                    "FILM FILM",
                    "FILM SOUND",
                    "FILM PICTURE",
                    "SOUND SOUND",
                    "TEXT TEXT",
                    "TEXT PAGES",
                    "TEXT PICTURE",
                    "PAGES TEXT",
                    "PAGES PAGES",
                    "PAGES PICTURE");

    private final Knowledge knowledge;
    private final Trials trials;

    Pairs(Knowledge knowledge, Trials trials) {
        this.knowledge = knowledge;
        this.trials = trials;
    }

    /** Returns every pair, in an order that goes round the kinds of types. */
    List<Pair> all(Map<String, List<Sample>> samples) throws IOException {
        Map<String, Deque<Pair>> byKinds = new TreeMap<>();
        List<Pair> found = new ArrayList<>();
        for (List<Sample> ofType : samples.values()) {
            Sample first = ofType.getFirst();
            if (!isNamed(first)) {
                continue;
            }
            for (ContentType target : knowledge.planner().targets(first.type())) {
                if (isComparable(first, target)) {
                    pair(ofType, target).ifPresent(found::add);
                }
            }
        }
        Collections.shuffle(found, new Random(SEED));
        found.forEach(
                pair -> byKinds.computeIfAbsent(pair.kinds(), _ -> new ArrayDeque<>()).add(pair));
        List<Pair> round = new ArrayList<>();
        while (round.size() < found.size()) {
            byKinds.values().stream()
                    .filter(left -> !left.isEmpty())
                    .forEach(left -> round.add(left.removeFirst()));
        }
        return round;
    }

    /** Odd types that only units for anything take would drown the others. */
    private boolean isNamed(Sample sample) {
        return knowledge.registry().types().contains(sample.type().withoutParameters());
    }

    private static boolean isComparable(Sample sample, ContentType target) {
        return COMPARABLE.contains(sample.kind() + " " + Kind.of(target))
                && (Kind.of(target) != Kind.FILM || sample.canMove());
    }

    /** The way of one unit is tried however dear it is said to be. */
    private List<List<UnitId>> direct(Sample sample, ContentType target) throws IOException {
        List<List<UnitId>> found = new ArrayList<>();
        for (TransformationProgram program : knowledge.registry().programs()) {
            for (TransformationUnit unit : program.units()) {
                List<UnitId> way = List.of(new UnitId(program.id(), unit.id()));
                if (unit.target().mediaType().mediaType().equals(target.mediaType())
                        && trials.plan(sample, target, 0, Trials.pin(way)).isPresent()) {
                    found.add(way);
                }
            }
        }
        return found;
    }

    private Optional<Pair> pair(List<Sample> samples, ContentType target) throws IOException {
        Optional<Plan> chosen = trials.plan(samples.getFirst(), target, ALTERNATIVES);
        Set<List<UnitId>> ways = new LinkedHashSet<>();
        chosen.ifPresent(plan -> {
            ways.add(plan.units());
            plan.alternatives().stream().map(PlanAlternative::units).forEach(ways::add);
        });
        ways.addAll(direct(samples.getFirst(), target));
        List<List<UnitId>> plans = List.copyOf(ways);
        return plans.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Pair(
                                samples.subList(0, Math.min(MOST_SAMPLES, samples.size())),
                                target,
                                plans));
    }
}
