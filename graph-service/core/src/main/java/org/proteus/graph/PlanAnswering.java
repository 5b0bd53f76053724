package org.proteus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * Answers one question on one graph.
 *
 * @param source type of the object, under its registered name
 * @param target type asked for, under its registered name
 * @param wishes what is asked for beside the media type
 */
record PlanAnswering(
        PricedGraph priced,
        PlanQuestion question,
        ContentType source,
        ContentType target,
        Wishes wishes) {

    PlanAnswer answer() {
        Rules rules = rules();
        Ways ways = ways();
        List<Way> found = find(ways, rules, true, count());
        if (!found.isEmpty()) {
            return new PlanAnswer.Found(plan(found, rules));
        }
        found = find(ways, rules, false, count());
        if (!found.isEmpty()) {
            return new PlanAnswer.NotRunnable(plan(found, rules), missing(found.getFirst()));
        }
        return new PlanAnswer.Refused(refusal(ways, rules));
    }

    /**
     * Returns the caller's rules, understood.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if a name is unknown, or classic matching
     *     is to keep pins
     */
    Rules rules() {
        return rules(question.goal().rules());
    }

    /** Returns rules, understood, as {@link #rules()} does. */
    Rules rules(PlanRules prescribed) {
        Rules rules = Rules.of(prescribed, priced.graph());
        if (isClassic() && !rules.pinned().isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "classic matching knows no pins",
                    "forbid what the way must not use, or match for the best plan");
        }
        if (isClassic() && !question.object().partners().isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "classic matching knows no units with several sources",
                    "match for the best plan, or send the objects one by one");
        }
        return rules;
    }

    Ways ways() {
        return new Ways(priced, object(), target, isClassic());
    }

    /** Returns up to so many ways by units that have not failed. */
    List<Way> find(Ways ways, Rules rules, boolean runnableOnly, int most) {
        Predicate<Capability> untried = rules::allows;
        untried = untried.and(this::isNotAvoided);
        return ways.find(
                wishes, rules, runnableOnly ? untried.and(this::isRunnable) : untried, most);
    }

    Refusals refusals(Rules rules) {
        return new Refusals(priced, object(), target, wishes, rules);
    }

    Problem refusal(Ways ways, Rules rules) {
        return refusals(rules).reason(ways, question.avoid());
    }

    private boolean isClassic() {
        return question.goal().rules().matching() == Matching.CLASSIC;
    }

    private PlanObject object() {
        PlanObject asked = question.object();
        return new PlanObject(source, asked.partners(), asked.size(), asked.attributes());
    }

    private int count() {
        return Math.max(1, question.alternatives() + 1);
    }

    private Plan plan(List<Way> ways, Rules rules) {
        Way chosen = ways.getFirst();
        if (chosen.isEmpty()) {
            return new Plan(
                    source,
                    source,
                    List.of(),
                    List.of(),
                    PlanCost.NONE,
                    "already of that type",
                    List.of());
        }
        Reasons reasons = new Reasons(priced.costs(), chosen);
        List<PlanAlternative> others = new ArrayList<>();
        for (Way way : ways.subList(1, ways.size())) {
            others.add(
                    new PlanAlternative(
                            way.units(), way.planCost(priced.costs()), reasons.notChosen(way)));
        }
        PlanBinder binder = new PlanBinder(chosen, wishes, question.object().partners());
        return new Plan(
                source,
                binder.result(source),
                chosen.units(),
                binder.steps(source),
                chosen.planCost(priced.costs()),
                reasons.chosen(wishes, rules, isClassic()),
                others);
    }

    /** Returns the programs of a way that nobody runs. */
    List<TransformationProgram> missing(Way way) {
        return way.links().stream()
                .filter(link -> !question.runnable().contains(link.offer()))
                .map(Link::program)
                .distinct()
                .toList();
    }

    private boolean isRunnable(Capability capability) {
        for (Link link : capability.links()) {
            if (!question.runnable().contains(link.offer())) {
                return false;
            }
        }
        return true;
    }

    private boolean isNotAvoided(Capability capability) {
        return question.avoid().isEmpty()
                || (!question.avoid().contains(capability.id())
                        && capability.links().stream()
                                .noneMatch(link -> question.avoid().contains(link.id())));
    }
}
