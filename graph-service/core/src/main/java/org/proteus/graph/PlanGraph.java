package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.UnitId;

/**
 * What a set of programs can do: capabilities, found by the types that they take and give.
 * Immutable but for the arcs of types, which are made when first asked for; thread-safe. A change
 * makes a new graph that shares with the old one whatever the change does not touch.
 */
final class PlanGraph {

    static final PlanGraph EMPTY =
            new PlanGraph(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    CapabilityIndex.EMPTY,
                    Map.of(),
                    new ConcurrentHashMap<>());

    private final Map<String, ProgramUnits> programs;
    private final Map<String, List<Capability>> resolved;
    private final Map<String, List<Capability>> paths;
    private final CapabilityIndex index;
    private final Map<ContentType, List<Arc>> arcs;
    private final Map<ContentType, List<ContentType>> kinds;

    private PlanGraph(
            Map<String, ProgramUnits> programs,
            Map<String, List<Capability>> resolved,
            Map<String, List<Capability>> paths,
            CapabilityIndex index,
            Map<ContentType, List<Arc>> arcs,
            Map<ContentType, List<ContentType>> kinds) {
        this.programs = programs;
        this.resolved = resolved;
        this.paths = paths;
        this.index = index;
        this.arcs = new ConcurrentHashMap<>(arcs);
        this.kinds = kinds;
    }

    /**
     * Returns the graph without some programs and with others, the later of one id replacing the
     * earlier. There must be no circle among composites.
     */
    PlanGraph changed(Collection<String> without, Collection<ProgramUnits> with) {
        Map<String, ProgramUnits> programsNow = new LinkedHashMap<>(programs);
        Set<String> touched = new HashSet<>(without);
        without.forEach(programsNow::remove);
        for (ProgramUnits program : with) {
            programsNow.put(program.program().id(), program);
            touched.add(program.program().id());
        }
        addDependents(programsNow, touched);
        Map<String, List<Capability>> resolvedNow = new HashMap<>(resolved);
        Map<String, List<Capability>> pathsNow = new HashMap<>(paths);
        List<Capability> gone = new ArrayList<>();
        List<Capability> come = new ArrayList<>();
        UnitResolver resolver = new UnitResolver(programsNow);
        for (String id : touched) {
            gone.addAll(resolvedNow.getOrDefault(id, List.of()));
            resolvedNow.remove(id);
            pathsNow.remove(id);
            ProgramUnits program = programsNow.get(id);
            if (program != null && program.program().namesPaths()) {
                pathsNow.put(id, resolver.resolve(program));
            } else if (program != null) {
                List<Capability> usable = resolver.resolve(program);
                resolvedNow.put(id, usable);
                come.addAll(usable);
            }
        }
        CapabilityIndex indexNow = index.changed(gone, come, this::kinds);
        return new PlanGraph(
                programsNow, resolvedNow, pathsNow, indexNow, untouchedArcs(gone, come), kinds);
    }

    private static void addDependents(Map<String, ProgramUnits> programs, Set<String> touched) {
        List<ProgramUnits> composing =
                programs.values().stream().filter(p -> !p.composites().isEmpty()).toList();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ProgramUnits candidate : composing) {
                if (touched.stream().anyMatch(candidate::refersTo)) {
                    grown |= touched.add(candidate.program().id());
                }
            }
        }
    }

    /** Arcs of types that no changed capability takes are as they were. */
    private Map<ContentType, List<Arc>> untouchedArcs(
            List<Capability> gone, List<Capability> come) {
        Set<ContentType> taken = new HashSet<>();
        Stream.concat(gone.stream(), come.stream())
                .forEach(capability -> taken.add(capability.source().mediaType()));
        Map<ContentType, List<Arc>> kept = new HashMap<>();
        arcs.forEach((type, from) -> {
            List<ContentType> covered = coveredBy(type);
            if (Collections.disjoint(covered, taken)) {
                kept.put(type, from);
            }
        });
        return kept;
    }

    /** Returns the units of every program, by its id. */
    Map<String, ProgramUnits> programs() {
        return Collections.unmodifiableMap(programs);
    }

    /** Returns the path of that name; the search knows it only when it is pinned. */
    Optional<Capability> path(UnitId id) {
        return paths.getOrDefault(id.program(), List.of()).stream()
                .filter(path -> path.id().equals(id))
                .findFirst();
    }

    /** Returns all capabilities that the search may use, in no order. */
    Stream<Capability> capabilities() {
        return resolved.values().stream().flatMap(List::stream);
    }

    /** Returns the names of source parameters on which the choice of a unit can depend. */
    Set<String> telling() {
        return index.telling();
    }

    /** Returns every media type that some unit takes or gives by name. */
    Set<ContentType> types() {
        return index.types();
    }

    /** Returns the arcs that start at a type, which no program need have heard of. */
    List<Arc> from(ContentType type) {
        List<Arc> known = arcs.get(type);
        if (known != null) {
            return known;
        }
        List<Arc> made = arcsThatTake(type);
        if (index.isKnown(type)) {
            arcs.put(type, made);
        }
        return made;
    }

    /** Returns the arc of a path from a type; empty when it does not take the type. */
    Optional<Arc> from(ContentType type, Capability path) {
        List<ContentType> kindsOfIt = kinds(type);
        return Generality.of(type, kindsOfIt, path.source().mediaType())
                .filter(_ -> !isExcepted(type, kindsOfIt, path))
                .map(generality -> new Arc(path, type, generality));
    }

    CapabilityIndex index() {
        return index;
    }

    /** Returns the capabilities that give a type. */
    List<Capability> to(ContentType type) {
        return index.giving(type);
    }

    boolean isProduced(ContentType target) {
        return !to(target).isEmpty();
    }

    /** Returns how many of the input limits that documents declare a size exceeds. */
    int exceeded(long size) {
        return index.inputLimits().headMap(size).size();
    }

    private List<Arc> arcsThatTake(ContentType type) {
        List<Arc> found = new ArrayList<>();
        List<ContentType> kindsOfIt = kinds(type);
        for (ContentType taken : coveredBy(type)) {
            Generality.of(type, kindsOfIt, taken)
                    .ifPresent(generality -> {
                        for (Capability capability : index.taking(taken)) {
                            if (generality == Generality.SAME
                                    || !isExcepted(type, kindsOfIt, capability)) {
                                found.add(new Arc(capability, type, generality));
                            }
                        }
                    });
        }
        return List.copyOf(found);
    }

    /** Returns everything that a unit may say it takes to be given this type. */
    private List<ContentType> coveredBy(ContentType type) {
        List<ContentType> all = new ArrayList<>();
        all.add(type);
        all.addAll(kinds(type));
        all.add(ContentType.of(type.type(), ContentType.ANY));
        all.add(ContentType.of(ContentType.ANY, ContentType.ANY));
        return all;
    }

    /** Remembers the kinds of types that programs name, not of whatever is asked for. */
    private List<ContentType> kinds(ContentType type) {
        return index.isKnown(type)
                ? kinds.computeIfAbsent(type, TypeHierarchy::supertypes)
                : TypeHierarchy.supertypes(type);
    }

    /** A type that the unit names as its source is taken all the same. */
    private static boolean isExcepted(
            ContentType type, List<ContentType> kinds, Capability capability) {
        return capability.except().stream()
                .anyMatch(not -> Generality.of(type, kinds, not).isPresent());
    }
}
