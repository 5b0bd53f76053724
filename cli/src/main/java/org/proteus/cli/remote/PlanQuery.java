package org.proteus.cli.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;

/** A question for a plan as the query of its address. */
final class PlanQuery {

    private final List<String> parameters = new ArrayList<>();

    static String of(PlanObject object, PlanGoal goal, int alternatives) {
        PlanQuery query = new PlanQuery(object, goal);
        query.add("alternatives", Integer.toString(alternatives));
        return query.toString();
    }

    static String why(PlanObject object, PlanGoal goal, String name) {
        PlanQuery query = new PlanQuery(object, goal);
        query.add("name", name);
        return query.toString();
    }

    private PlanQuery(PlanObject object, PlanGoal goal) {
        add("from", object.type().toString());
        object.partners().forEach(partner -> add("with", partner.toString()));
        add("to", goal.target().toString());
        if (object.size() != PlanObject.UNKNOWN_SIZE) {
            add("size", Long.toString(object.size()));
        }
        goal.options().forEach((name, value) -> add("option." + name, value));
        add(goal.rules());
    }

    @Override
    public String toString() {
        return parameters.stream().collect(Collectors.joining("&", "?", ""));
    }

    private void add(PlanRules rules) {
        rules.pin().forEach(name -> add("pin", name));
        rules.forbid().forEach(name -> add("forbid", name));
        if (rules.lossless()) {
            add("lossless", "true");
        }
        if (rules.matching() != Matching.BEST) {
            add("matching", rules.matching().name().toLowerCase(Locale.ROOT));
        }
    }

    private void add(String name, String value) {
        parameters.add(RestClient.encode(name) + "=" + RestClient.encode(value));
    }
}
