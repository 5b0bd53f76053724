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
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

/**
 * The programs that can be planned with: those shipped, which never change, those of the site, and
 * those that were published. Readers see one immutable graph and never wait; a change costs what it
 * touches, not what is there. Thread-safe.
 */
public final class ProgramRegistry {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Contents contents = new Contents(Map.of(), PlanGraph.EMPTY);

    private record Entry(TransformationProgram program, ProgramOrigin origin) {}

    private record Contents(Map<String, Entry> entries, PlanGraph graph) {}

    /**
     * Creates a registry with the shipped programs and no others.
     *
     * @throws ProteusException with {@code BAD_PROGRAM} if two have the same id, or a composite
     *     contains itself
     */
    public ProgramRegistry(List<TransformationProgram> shipped) {
        List<Problem> problems = replaceAll(ProgramOrigin.SHIPPED, shipped);
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
    public Optional<ProgramOrigin> origin(String id) {
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
        return replaceAll(ProgramOrigin.SITE, site);
    }

    /**
     * Replaces all published programs at once; otherwise like {@link #replaceSite}.
     *
     * @return what was left out and why; empty when all are in
     */
    public List<Problem> replacePublished(List<TransformationProgram> published) {
        return replaceAll(ProgramOrigin.PUBLISHED, published);
    }

    /**
     * Adds a published program, or replaces the published one of the same id.
     *
     * @throws ProteusException with {@code BAD_PROGRAM} if the id belongs to a program of another
     *     origin, or a composite would contain itself
     */
    public void publish(TransformationProgram program) {
        publish(program, () -> {});
    }

    /**
     * Like {@link #publish(TransformationProgram)}, after something else was done that may refuse.
     *
     * @param commit runs when the program is known to fit, while no other change is made; what it
     *     throws is thrown, and nothing is changed then
     */
    public void publish(TransformationProgram program, Runnable commit) {
        synchronized (this) {
            Change change = new Change(ProgramOrigin.PUBLISHED);
            change.add(program);
            if (!change.problems.isEmpty()) {
                throw new ProteusException(change.problems.getFirst());
            }
            commit.run();
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
        return withdraw(id, () -> {});
    }

    /**
     * Like {@link #withdraw(String)}, after something else was done that may refuse.
     *
     * @param commit runs when there is such a program, while no other change is made; what it
     *     throws is thrown, and nothing is changed then
     */
    public boolean withdraw(String id, Runnable commit) {
        synchronized (this) {
            if (origin(id).filter(ProgramOrigin.PUBLISHED::equals).isEmpty()) {
                return false;
            }
            Change change = new Change(ProgramOrigin.PUBLISHED);
            change.remove(id);
            commit.run();
            change.take();
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /**
     * Returns why composites of a program would lead nowhere if it were added now: a step is
     * missing, or does not take what it is given. They may do so later, when programs come or go.
     */
    public List<String> defects(TransformationProgram program) {
        Map<String, ProgramUnits> units = new HashMap<>(contents.graph.programs());
        ProgramUnits now = ProgramUnits.of(program, false);
        units.put(program.id(), now);
        UnitResolver resolver = new UnitResolver(units);
        return resolver.circle(now).isPresent() ? List.of() : resolver.defects(now);
    }

    /** Calls back after each change, in the thread that made it; must return soon. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    PlanGraph graph() {
        return contents.graph;
    }

    private List<Problem> replaceAll(ProgramOrigin origin, List<TransformationProgram> programs) {
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

        private final ProgramOrigin origin;
        private final Map<String, Entry> entries = new LinkedHashMap<>(contents.entries);
        private final Set<String> removed = new HashSet<>();
        private final Map<String, ProgramUnits> units = new HashMap<>(contents.graph.programs());
        private final Map<String, ProgramUnits> added = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Change(ProgramOrigin origin) {
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
            ProgramUnits now = ProgramUnits.of(program, origin.isTrusted());
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
