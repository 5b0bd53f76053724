package org.proteus.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.PlanStep;

/**
 * Gives every step of a way its values. A wish goes to the last unit that can honour it, so that
 * nothing is done twice, and to every step that cannot run without it. A composite is one unit:
 * what is open in several of its steps is one parameter of it and goes to all of them.
 */
final class PlanBinder {

    private final List<Link> links = new ArrayList<>();
    private final Wishes wishes;
    private final List<ContentType> partners;
    private final int usingPartners;
    private final Map<String, Set<Integer>> honouring = new HashMap<>();

    /**
     * @param partners types of the objects that go in with the object
     */
    PlanBinder(Way way, Wishes wishes, List<ContentType> partners) {
        this.wishes = wishes;
        this.partners = partners;
        int using = -1;
        for (Way step : way.steps()) {
            Capability capability = step.arc().capability();
            using = capability.partners().isEmpty() ? using : links.size();
            for (Wish wish : wishes.all()) {
                Set<Integer> here = honouring(capability, wish, links.size());
                if (!here.isEmpty()) {
                    honouring.put(wish.name(), here);
                }
            }
            links.addAll(capability.links());
        }
        usingPartners = using;
    }

    private static Set<Integer> honouring(Capability capability, Wish wish, int first) {
        return IntStream.range(0, capability.links().size())
                .filter(i -> capability.links().get(i).honours(wish))
                .mapToObj(i -> first + i)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the steps for an object of this type. */
    List<PlanStep> steps(ContentType source) {
        List<PlanStep> steps = new ArrayList<>();
        ContentType in = source;
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            ContentType told = target(i, link);
            steps.add(
                    new PlanStep(
                            link.id(),
                            link.program().version(),
                            link.program().checksum(),
                            link.program().entryClass().orElseThrow(),
                            in,
                            i == usingPartners ? partners : List.of(),
                            told,
                            parameters(i, link),
                            link.unit().limits(),
                            link.trusted()));
            in = withKept(link, in, told);
        }
        return steps;
    }

    /** Returns the type behind the last step, with what the steps kept of the object's type. */
    ContentType result(ContentType source) {
        ContentType type = source;
        for (int i = 0; i < links.size(); i++) {
            type = withKept(links.get(i), type, target(i, links.get(i)));
        }
        return type;
    }

    private static ContentType withKept(Link link, ContentType in, ContentType out) {
        TreeMap<String, String> parameters = new TreeMap<>(out.parameters());
        in.parameters()
                .forEach((name, value) -> {
                    if (link.keeps(name, in.withoutParameters())) {
                        parameters.putIfAbsent(name, value);
                    }
                });
        return out.withParameters(parameters);
    }

    private ContentType target(int step, Link link) {
        TreeMap<String, String> values = new TreeMap<>();
        for (Parameter declared : link.unit().target().parameters()) {
            String name = Link.fold(declared.name());
            String fixed = link.fixed().get(name);
            if (fixed == null && Link.isOpen(declared)) {
                wished(step, link, name, true).ifPresent(value -> values.put(name, value));
            } else {
                values.put(name, fixed == null ? declared.value() : fixed);
            }
        }
        return link.target().withParameters(values);
    }

    private SortedMap<String, String> parameters(int step, Link link) {
        TreeMap<String, String> values = new TreeMap<>();
        for (Parameter declared : link.parameters()) {
            String name = Link.fold(declared.name());
            String fixed = link.fixed().get(name);
            Optional<String> value =
                    fixed == null ? wished(step, link, name, false) : Optional.of(fixed);
            if (value.isPresent() || !Link.isOpen(declared)) {
                values.put(declared.name(), value.orElse(declared.value()));
            }
        }
        return values;
    }

    private Optional<String> wished(int step, Link link, String name, boolean onTarget) {
        return wishes.named(name)
                .filter(wish ->
                        link.needs(name)
                                || (honouring.getOrDefault(name, Set.of()).contains(step)
                                        && (onTarget || !wish.onTarget())))
                .map(Wish::value);
    }
}
