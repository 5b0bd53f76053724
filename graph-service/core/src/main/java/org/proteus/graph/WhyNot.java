package org.proteus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * Tells why something is not on the way that was chosen: by the best way that uses it, or by what
 * keeps every such way from being taken.
 */
final class WhyNot {

    private final PlanAnswering answering;
    private final String name;
    private final Rules asked;
    private final Rules pinned;
    private final Ways ways;

    /**
     * @param name what is asked about
     * @throws ProteusException with {@code BAD_REQUEST} if nothing is called so, or matching is
     *     classic, which knows no pins
     */
    WhyNot(PlanAnswering answering, String name) {
        this.answering = answering;
        this.name = name;
        this.asked = answering.rules();
        this.pinned = answering.rules(withPin());
        this.ways = answering.ways();
    }

    private PlanRules withPin() {
        PlanRules rules = answering.question().goal().rules();
        List<String> pins = new ArrayList<>(rules.pin());
        pins.add(name);
        return new PlanRules(pins, rules.forbid(), rules.lossless(), rules.matching());
    }

    /**
     * @throws ProteusException with the reason if there is no way at all
     */
    Explanation explain() {
        Way chosen = chosen();
        if (chosen.isEmpty()) {
            return not("the object has that type already and is forwarded untouched", "");
        }
        List<Way> using = answering.find(ways, pinned, true, 1);
        if (!using.isEmpty() && using.getFirst().units().equals(chosen.units())) {
            String reason = new Reasons(costs(), chosen).chosen(answering.wishes(), asked, false);
            return new Explanation(name, true, reason, "", Optional.empty());
        }
        return using.isEmpty() ? blocked() : beaten(chosen, using.getFirst());
    }

    private Way chosen() {
        List<Way> found = answering.find(ways, asked, true, 1);
        if (found.isEmpty()) {
            found = answering.find(ways, asked, false, 1);
        }
        if (found.isEmpty()) {
            throw new ProteusException(answering.refusal(ways, asked));
        }
        return found.getFirst();
    }

    private Explanation beaten(Way chosen, Way other) {
        String reason = new Reasons(costs(), chosen).notChosen(other);
        PlanAlternative instead =
                new PlanAlternative(other.units(), other.planCost(costs()), reason);
        return new Explanation(name, false, reason, "pin it to have it", Optional.of(instead));
    }

    private Explanation blocked() {
        List<Way> nobody = answering.find(ways, pinned, false, 1);
        if (!nobody.isEmpty()) {
            return notRunnable(nobody.getFirst());
        }
        if (!ways.find(Wishes.NONE, pinned, pinned::allows, 1).isEmpty()) {
            String wishes =
                    answering.wishes().all().stream()
                            .map(Wish::toString)
                            .collect(Collectors.joining(", "));
            return wishes.isEmpty()
                    ? not("it is among the units that failed", "")
                    : not("no way by it can honour " + wishes, "ask for less");
        }
        Refusals refusals = answering.refusals(pinned);
        return Stream.of(
                        ways.ifSupplied(pinned).stream().findFirst().map(refusals::notSupplied),
                        ways.ofAnySize(answering.wishes(), pinned).stream()
                                .findFirst()
                                .map(refusals::tooLarge))
                .flatMap(Optional::stream)
                .findFirst()
                .map(problem -> not(problem.message(), problem.action()))
                .orElseGet(this::leadsNowhere);
    }

    private Explanation notRunnable(Way way) {
        List<TransformationProgram> missing = answering.missing(way);
        String programs =
                missing.stream().map(TransformationProgram::id).collect(Collectors.joining(", "));
        String packages =
                missing.stream()
                        .flatMap(program -> program.packages().stream())
                        .map(SoftwarePackage::id)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return not(
                "nobody can run " + programs + " now",
                packages.isEmpty() ? "" : "apt install " + packages);
    }

    private Explanation leadsNowhere() {
        boolean rulesStand = !asked.prescribesNothing();
        return not(
                "no way from %s to %s uses it%s"
                        .formatted(
                                answering.source().mediaType(),
                                answering.target().mediaType(),
                                rulesStand ? " and keeps the rules (" + asked.words() + ")" : ""),
                "");
    }

    private Explanation not(String reason, String action) {
        return new Explanation(name, false, reason, action, Optional.empty());
    }

    private Costs costs() {
        return answering.priced().costs();
    }
}
