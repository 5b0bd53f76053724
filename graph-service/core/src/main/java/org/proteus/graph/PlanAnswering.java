package org.proteus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * Answers one question on one graph.
 *
 * @param source type of the object, under its registered name
 * @param target type asked for, under its registered name
 * @param wishes what is asked for beside the media type
 */
record PlanAnswering(
        PlanGraph graph,
        PlanQuestion question,
        ContentType source,
        ContentType target,
        Wishes wishes) {

    private static final Predicate<Capability> ALL = _ -> true;

    PlanAnswer answer() {
        Predicate<Capability> runnable = ALL.and(this::isNotAvoided).and(this::isRunnable);
        List<Way> ways = ways(wishes, runnable);
        if (!ways.isEmpty()) {
            return new PlanAnswer.Found(plan(ways));
        }
        ways = ways(wishes, this::isNotAvoided);
        if (!ways.isEmpty()) {
            return new PlanAnswer.NotRunnable(plan(ways), missing(ways.getFirst()));
        }
        return new PlanAnswer.Refused(refusal());
    }

    /** A wish may lengthen a way but must not cost the structure that it would keep without. */
    private List<Way> ways(Wishes wanted, Predicate<Capability> allowed) {
        int count = Math.max(1, question.alternatives() + 1);
        if (wanted.all().isEmpty()) {
            return search(wanted, allowed).best(target, count);
        }
        List<Way> plain = search(Wishes.NONE, allowed).best(target, 1);
        if (plain.isEmpty()) {
            return List.of();
        }
        boolean keeps =
                plain.getFirst().links().stream()
                        .allMatch(link -> link.unit().loss() != LossClass.STRUCTURE_LOST);
        return search(
                        wanted,
                        keeps ? allowed.and(c -> c.loss() != LossClass.STRUCTURE_LOST) : allowed)
                .best(target, count);
    }

    private Search search(Wishes wanted, Predicate<Capability> allowed) {
        return search(wanted, name -> wishes.named(name).isPresent(), allowed);
    }

    private Search search(
            Wishes wanted, Predicate<String> supplied, Predicate<Capability> allowed) {
        return new Search(graph, source, question.attributes(), wanted, supplied, allowed);
    }

    private Plan plan(List<Way> ways) {
        Way chosen = ways.getFirst();
        if (chosen.arc() == null) {
            return new Plan(source, source, List.of(), 0, "already of that type", List.of());
        }
        List<PlanAlternative> others = new ArrayList<>();
        for (Way way : ways.subList(1, ways.size())) {
            others.add(new PlanAlternative(way.units(), cost(way), Reasons.notChosen(way, chosen)));
        }
        PlanBinder binder = new PlanBinder(chosen, wishes);
        return new Plan(
                source,
                binder.result(source),
                binder.steps(source),
                cost(chosen),
                Reasons.chosen(chosen, wishes),
                others);
    }

    private static double cost(Way way) {
        return (double) way.cost() / Arc.STEP;
    }

    private Problem refusal() {
        Refusals refusals = new Refusals(graph, source, target);
        if (search(Wishes.NONE, ALL).best(target, 1).isEmpty()) {
            List<Way> unsupplied = search(Wishes.NONE, _ -> true, ALL).best(target, 1);
            return unsupplied.isEmpty()
                    ? refusals.noPath(search(Wishes.NONE, ALL).reachable())
                    : refusals.notSupplied(unsupplied.getFirst(), wishes);
        }
        List<Wish> alone =
                wishes.all().stream()
                        .filter(wish -> ways(wishes.only(wish), ALL).isEmpty())
                        .toList();
        boolean hopeless = !wishes.all().isEmpty() && ways(wishes, ALL).isEmpty();
        return hopeless
                ? refusals.unknownOption(alone.isEmpty() ? wishes.all() : alone)
                : refusals.nothingLeft(question.avoid());
    }

    private List<TransformationProgram> missing(Way way) {
        return way.links().stream()
                .map(Link::program)
                .distinct()
                .filter(question.runnable().negate())
                .toList();
    }

    private boolean isRunnable(Capability capability) {
        return capability.links().stream()
                .allMatch(link -> question.runnable().test(link.program()));
    }

    private boolean isNotAvoided(Capability capability) {
        return !question.avoid().contains(capability.id())
                && capability.links().stream()
                        .noneMatch(link -> question.avoid().contains(link.id()));
    }
}
