package org.proteus.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;

/**
 * The programs that can be planned with: those shipped, which never change, and those of the site.
 * Readers see one immutable snapshot and never wait; thread-safe.
 */
public final class ProgramRegistry {

    private final List<TransformationProgram> shipped;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;

    /**
     * Creates a registry with the shipped programs and none of the site.
     *
     * @throws ProteusException with {@code BAD_PROGRAM} if two have the same id, or a composite
     *     contains itself
     */
    public ProgramRegistry(List<TransformationProgram> shipped) {
        List<TransformationProgram> accepted = new ArrayList<>();
        List<Problem> problems = accept(shipped, accepted);
        if (!problems.isEmpty()) {
            throw new ProteusException(problems.getFirst());
        }
        this.shipped = List.copyOf(accepted);
        this.snapshot = new Snapshot(accepted);
    }

    /** Returns every program, the shipped ones first. */
    public List<TransformationProgram> programs() {
        return snapshot.programs();
    }

    /** Returns the program of that id. */
    public Optional<TransformationProgram> program(String id) {
        return programs().stream().filter(program -> program.id().equals(id)).findFirst();
    }

    /** Returns every media type that some unit takes or gives by name. */
    public Collection<ContentType> types() {
        return snapshot.graph().types();
    }

    /**
     * Replaces all programs of the site at once. One whose id is taken, by a shipped program or by
     * one before it, or whose composites contain themselves, is left out.
     *
     * @return what was left out and why; empty when all are in
     */
    public List<Problem> replaceSite(List<TransformationProgram> site) {
        List<Problem> problems;
        synchronized (this) {
            List<TransformationProgram> accepted = new ArrayList<>(shipped);
            problems = accept(site, accepted);
            if (accepted.equals(snapshot.programs())) {
                return problems;
            }
            snapshot = new Snapshot(accepted);
        }
        listeners.forEach(Runnable::run);
        return problems;
    }

    /** Calls back after each change, in the thread that made it; must return soon. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    private static List<Problem> accept(
            List<TransformationProgram> wanted, List<TransformationProgram> accepted) {
        List<Problem> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        accepted.forEach(program -> ids.add(program.id()));
        for (TransformationProgram program : wanted) {
            if (!ids.add(program.id())) {
                problems.add(
                        new Problem(
                                ErrorCode.BAD_PROGRAM,
                                "the program id '" + program.id() + "' is taken",
                                "choose another id"));
                continue;
            }
            Optional<UnitId> circle = circle(program, accepted);
            if (circle.isPresent()) {
                ids.remove(program.id());
                problems.add(
                        new Problem(
                                ErrorCode.BAD_PROGRAM,
                                "composite unit '" + circle.get() + "' contains itself",
                                "break the circle in program '" + program.id() + "'"));
                continue;
            }
            accepted.add(program);
        }
        return problems;
    }

    private static Optional<UnitId> circle(
            TransformationProgram program, List<TransformationProgram> others) {
        if (program.units().stream().noneMatch(unit -> unit.isComposite())) {
            return Optional.empty();
        }
        return new Capabilities(Stream.concat(others.stream(), Stream.of(program)).toList())
                .circle();
    }
}
