package org.proteus.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Resolves the units of programs; composites, of composites too, become chains of links. */
final class Capabilities {

    private static final Logger LOG = LoggerFactory.getLogger(Capabilities.class);

    /** Most steps of a composite; nested composites could otherwise double at each level. */
    private static final int MOST_LINKS = 50;

    private final Map<UnitId, Link> elementary = new LinkedHashMap<>();
    private final Map<UnitId, TransformationUnit> composites = new LinkedHashMap<>();

    Capabilities(List<TransformationProgram> programs) {
        for (TransformationProgram program : programs) {
            for (TransformationUnit unit : program.units()) {
                UnitId id = new UnitId(program.id(), unit.id());
                if (unit.isComposite()) {
                    composites.put(id, unit);
                } else if (program.entryClass().isPresent()) {
                    elementary.put(id, Link.of(program, unit));
                }
            }
        }
    }

    /** Returns a composite that contains itself, if there is one. */
    Optional<UnitId> circle() {
        Graph<UnitId, DefaultEdge> references = new SimpleDirectedGraph<>(DefaultEdge.class);
        composites.keySet().forEach(references::addVertex);
        for (Map.Entry<UnitId, TransformationUnit> composite : composites.entrySet()) {
            for (UnitStep step : composite.getValue().composition()) {
                if (step.unit().equals(composite.getKey())) {
                    return Optional.of(step.unit());
                }
                if (composites.containsKey(step.unit())) {
                    references.addEdge(composite.getKey(), step.unit());
                }
            }
        }
        return composites.isEmpty()
                ? Optional.empty()
                : new CycleDetector<>(references).findCycles().stream().sorted().findFirst();
    }

    /**
     * Returns what the search may use: units with one source; composites whose steps are all here
     * and fit each other. There must be no circle.
     */
    List<Capability> resolve() {
        List<Capability> usable = new ArrayList<>();
        elementary.values().stream()
                .filter(link -> link.unit().sources().size() == 1)
                .forEach(link ->
                        usable.add(
                                Capability.of(
                                        link.id(), link.unit(), link.target(), List.of(link))));
        composites.forEach((id, unit) -> {
            List<Link> links = expand(unit);
            String defect = defect(unit, links);
            if (defect.isEmpty()) {
                ContentType target = TypeHierarchy.canonical(unit.target().mediaType());
                usable.add(Capability.of(id, unit, target, links));
            } else {
                LOG.warn("composite unit {} is not used: {}", id, defect);
            }
        });
        return usable;
    }

    /** Returns the chain of a composite; empty when a step is missing or it is far too long. */
    private List<Link> expand(TransformationUnit composite) {
        List<Link> chain = new ArrayList<>();
        for (UnitStep step : composite.composition()) {
            List<Link> links =
                    composites.containsKey(step.unit())
                            ? expand(composites.get(step.unit()))
                            : Optional.ofNullable(elementary.get(step.unit())).stream().toList();
            if (links.isEmpty() || chain.size() + links.size() > MOST_LINKS) {
                return List.of();
            }
            links.forEach(link -> chain.add(link.withFixed(step.parameters())));
        }
        return chain;
    }

    private static String defect(TransformationUnit unit, List<Link> links) {
        if (links.isEmpty()) {
            return "a step is missing, or there are more than " + MOST_LINKS;
        }
        if (unit.sources().size() != 1) {
            return "it has several sources";
        }
        ContentType at = TypeHierarchy.canonical(unit.sources().getFirst().mediaType());
        for (Link link : links) {
            ContentType needs =
                    TypeHierarchy.canonical(link.unit().sources().getFirst().mediaType());
            if (!PlanGraph.fits(at, needs)) {
                return "step " + link.id() + " takes " + needs + ", but is given " + at;
            }
            at = link.target();
        }
        ContentType promised = TypeHierarchy.canonical(unit.target().mediaType());
        return at.equals(promised) ? "" : "it gives " + at + ", not " + promised;
    }
}
