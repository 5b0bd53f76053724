package org.proteus.bench.chaos.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A system as faults see it, whichever it is. Thread-safe. */
public interface Machines {

    /** Returns what its members stand on. */
    Ground ground();

    /** Returns those that hand out work. */
    List<Member> coordinators();

    /** Returns those that do it. */
    List<Member> workers();

    /** Returns coordinators and workers. */
    default List<Member> members() {
        return Stream.concat(coordinators().stream(), workers().stream()).toList();
    }

    /** Returns the processes in which workers transform objects at this moment. */
    List<ProcessHandle> programs();

    /** Returns a worker that has just stored a result and not yet said all that it has to say. */
    Optional<Member> publisher();
}
