package org.proteus.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes capabilities of units; composites, of composites too, become chains of links. */
final class UnitResolver {

    private static final Logger LOG = LoggerFactory.getLogger(UnitResolver.class);

    /** Most steps of a composite; nested composites could otherwise double at each level. */
    private static final int MOST_LINKS = 50;

    /** Deepest nesting; a composite of one step each could otherwise go on without end. */
    private static final int DEEPEST = 50;

    private final Map<String, ProgramUnits> programs;

    /**
     * @param programs all programs, by id
     */
    UnitResolver(Map<String, ProgramUnits> programs) {
        this.programs = programs;
    }

    /** Returns a composite that contains itself and can be reached from a program's composites. */
    Optional<UnitId> circle(ProgramUnits program) {
        Graph<UnitId, DefaultEdge> references = new SimpleDirectedGraph<>(DefaultEdge.class);
        Deque<UnitId> open = new ArrayDeque<>();
        program.composites().keySet().forEach(unit -> open.add(program.id(unit)));
        open.forEach(references::addVertex);
        while (!open.isEmpty()) {
            UnitId id = open.remove();
            for (UnitStep step : composite(id).orElseThrow().composition()) {
                if (step.unit().equals(id)) {
                    return Optional.of(id);
                }
                if (composite(step.unit()).isPresent()) {
                    if (references.addVertex(step.unit())) {
                        open.add(step.unit());
                    }
                    references.addEdge(id, step.unit());
                }
            }
        }
        return references.vertexSet().isEmpty()
                ? Optional.empty()
                : new CycleDetector<>(references).findCycles().stream().sorted().findFirst();
    }

    /**
     * Returns what the search may use of a program: its elementary units, and the composites whose
     * steps are all there and fit each other. There must be no circle.
     */
    List<Capability> resolve(ProgramUnits program) {
        List<Capability> usable = new ArrayList<>();
        program.elementary()
                .values()
                .forEach(link -> usable.add(new Capability(link.id(), link.unit(), List.of(link))));
        program.composites()
                .forEach((name, unit) -> {
                    List<Link> links = expand(unit, DEEPEST);
                    String defect = defect(unit, links);
                    if (defect.isEmpty()) {
                        usable.add(new Capability(program.id(name), unit, links));
                    } else {
                        LOG.warn("composite unit {} is not used: {}", program.id(name), defect);
                    }
                });
        return usable;
    }

    /** Returns why composites of a program cannot be used, each with its id; mostly none. */
    List<String> defects(ProgramUnits program) {
        List<String> defects = new ArrayList<>();
        program.composites()
                .forEach((name, unit) -> {
                    String defect = defect(unit, expand(unit, DEEPEST));
                    if (!defect.isEmpty()) {
                        defects.add("composite unit '" + program.id(name) + "': " + defect);
                    }
                });
        return defects;
    }

    private Optional<TransformationUnit> composite(UnitId id) {
        return Optional.ofNullable(programs.get(id.program()))
                .flatMap(program -> program.composite(id.unit()));
    }

    private Optional<Link> elementary(UnitId id) {
        return Optional.ofNullable(programs.get(id.program()))
                .map(program -> program.elementary().get(id.unit()));
    }

    /** Returns the chain of a composite; empty when a step is missing, or it is long or deep. */
    private List<Link> expand(TransformationUnit composite, int deepest) {
        List<Link> chain = new ArrayList<>();
        if (deepest == 0) {
            return chain;
        }
        for (UnitStep step : composite.composition()) {
            List<Link> links =
                    composite(step.unit())
                            .map(inner -> expand(inner, deepest - 1))
                            .orElseGet(() -> elementary(step.unit()).stream().toList());
            if (links.isEmpty() || chain.size() + links.size() > MOST_LINKS) {
                return List.of();
            }
            links.forEach(link -> chain.add(link.withFixed(step.parameters())));
        }
        return chain;
    }

    private String defect(TransformationUnit unit, List<Link> links) {
        if (links.isEmpty()) {
            return unit.composition().stream()
                    .map(UnitStep::unit)
                    .filter(step -> composite(step).isEmpty() && elementary(step).isEmpty())
                    .findFirst()
                    .map(step -> "its step " + step + " is not there")
                    .orElse("one of its steps leads nowhere, or there are more than " + MOST_LINKS);
        }
        int first = links.getFirst().unit().sources().size();
        if (unit.sources().size() != first) {
            return "it has " + unit.sources().size() + " sources, its first step " + first;
        }
        ContentType at = SharedTypes.canonical(unit.sources().getFirst().mediaType());
        for (Link link : links) {
            ContentType needs = SharedTypes.canonical(link.unit().sources().getFirst().mediaType());
            if (!Generality.fits(at, needs)) {
                return "step " + link.id() + " takes " + needs + ", but is given " + at;
            }
            at = link.target();
        }
        for (Link later : links.subList(1, links.size())) {
            if (later.unit().sources().size() > 1) {
                return "step " + later.id() + " has several sources, but is not the first";
            }
        }
        ContentType promised = SharedTypes.canonical(unit.target().mediaType());
        return at.equals(promised) ? "" : "it gives " + at + ", not " + promised;
    }
}
