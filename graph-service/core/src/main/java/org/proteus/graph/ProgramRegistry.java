package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

/**
 * The programs that can be planned with: those shipped, which never change, those of the site, and
 * those that were published. Readers see one immutable graph and never wait; a change costs what it
 * touches, not what is there. Thread-safe.
 */
public final class ProgramRegistry {

    /** Where a program comes from; an id belongs to one origin. */
    public enum Origin {
        /** Comes with this software. */
        SHIPPED,
        /** A document of the site's own folder. */
        SITE,
        /** Published while running, by somebody who need not be trusted. */
        PUBLISHED
    }

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Contents contents = new Contents(Map.of(), PlanGraph.EMPTY);

    private record Entry(TransformationProgram program, Origin origin) {}

    private record Contents(Map<String, Entry> entries, PlanGraph graph) {}

    /**
     * Creates a registry with the shipped programs and no others.
     *
     * @throws ProteusException with {@code BAD_PROGRAM} if two have the same id, or a composite
     *     contains itself
     */
    public ProgramRegistry(List<TransformationProgram> shipped) {
        List<Problem> problems = replaceAll(Origin.SHIPPED, shipped);
        if (!problems.isEmpty()) {
            throw new ProteusException(problems.getFirst());
        }
    }

    /** Returns every program, the shipped ones first. */
    public List<TransformationProgram> programs() {
        return contents.entries.values().stream().map(Entry::program).toList();
    }

    /** Returns the program of that id. */
    public Optional<TransformationProgram> program(String id) {
        return Optional.ofNullable(contents.entries.get(id)).map(Entry::program);
    }

    /** Returns where the program of that id comes from. */
    public Optional<Origin> origin(String id) {
        return Optional.ofNullable(contents.entries.get(id)).map(Entry::origin);
    }

    /** Returns every media type that some unit takes or gives by name. */
    public Collection<ContentType> types() {
        return contents.graph.types();
    }

    /**
     * Replaces all programs of the site at once. One whose id is taken, by a program of another
     * origin or by one before it, or whose composites contain themselves, is left out.
     *
     * @return what was left out and why; empty when all are in
     */
    public List<Problem> replaceSite(List<TransformationProgram> site) {
        return replaceAll(Origin.SITE, site);
    }

    /**
     * Replaces all published programs at once; otherwise like {@link #replaceSite}.
     *
     * @return what was left out and why; empty when all are in
     */
    public List<Problem> replacePublished(List<TransformationProgram> published) {
        return replaceAll(Origin.PUBLISHED, published);
    }

    /**
     * Adds a published program, or replaces the published one of the same id.
     *
     * @throws ProteusException with {@code BAD_PROGRAM} if the id belongs to a program of another
     *     origin, or a composite would contain itself
     */
    public void publish(TransformationProgram program) {
        synchronized (this) {
            Change change = new Change(Origin.PUBLISHED);
            change.add(program);
            if (!change.problems.isEmpty()) {
                throw new ProteusException(change.problems.getFirst());
            }
            change.take();
        }
        listeners.forEach(Runnable::run);
    }

    /**
     * Removes a published program.
     *
     * @return whether there was one of that id
     */
    public boolean withdraw(String id) {
        synchronized (this) {
            if (origin(id).filter(Origin.PUBLISHED::equals).isEmpty()) {
                return false;
            }
            Change change = new Change(Origin.PUBLISHED);
            change.remove(id);
            change.take();
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /** Calls back after each change, in the thread that made it; must return soon. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    PlanGraph graph() {
        return contents.graph;
    }

    private List<Problem> replaceAll(Origin origin, List<TransformationProgram> programs) {
        Change change = new Change(origin);
        synchronized (this) {
            change.replaceBy(programs);
            if (!change.isOne()) {
                return change.problems;
            }
            change.take();
        }
        listeners.forEach(Runnable::run);
        return change.problems;
    }

    /** A change under way; the lock of the registry is held. */
    private final class Change {

        private final Origin origin;
        private final Map<String, Entry> entries = new LinkedHashMap<>(contents.entries);
        private final Set<String> removed = new HashSet<>();
        private final Map<String, ProgramUnits> units = new HashMap<>(contents.graph.programs());
        private final Map<String, ProgramUnits> added = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Change(Origin origin) {
            this.origin = origin;
        }

        void replaceBy(List<TransformationProgram> programs) {
            Map<String, TransformationProgram> before = new HashMap<>();
            entries.forEach((id, entry) -> {
                if (entry.origin == origin) {
                    before.put(id, entry.program);
                }
            });
            Set<String> ids = new HashSet<>();
            for (TransformationProgram program : programs) {
                if (!ids.add(program.id())) {
                    problems.add(taken(program.id()));
                } else if (!program.equals(before.get(program.id()))) {
                    add(program);
                }
            }
            before.keySet().stream().filter(id -> !ids.contains(id)).forEach(this::remove);
        }

        void add(TransformationProgram program) {
            Entry known = entries.get(program.id());
            if (known != null && known.origin != origin) {
                problems.add(taken(program.id()));
                return;
            }
            ProgramUnits now = ProgramUnits.of(program);
            ProgramUnits before = units.put(program.id(), now);
            Optional<UnitId> circle = new UnitResolver(units).circle(now);
            if (circle.isPresent()) {
                problems.add(circular(program, circle.get()));
                units.compute(program.id(), (_, _) -> before);
                return;
            }
            added.put(program.id(), now);
            entries.put(program.id(), new Entry(program, origin));
        }

        void remove(String id) {
            entries.remove(id);
            units.remove(id);
            removed.add(id);
        }

        boolean isOne() {
            return !added.isEmpty() || !removed.isEmpty();
        }

        void take() {
            PlanGraph graph = contents.graph;
            contents = new Contents(entries, graph.changed(removed, added.values()));
        }
    }

    private static Problem circular(TransformationProgram program, UnitId unit) {
        return new Problem(
                ErrorCode.BAD_PROGRAM,
                "composite unit '" + unit + "' contains itself",
                "break the circle in program '" + program.id() + "'");
    }

    private static Problem taken(String id) {
        return new Problem(
                ErrorCode.BAD_PROGRAM, "the program id '" + id + "' is taken", "choose another id");
    }
}
