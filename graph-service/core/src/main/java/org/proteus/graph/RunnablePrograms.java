package org.proteus.graph;

import java.util.Collection;
import java.util.Set;
import org.proteus.foundation.model.program.TransformationProgram;

/** The programs that somebody can run. Immutable; equal when the programs are. */
public final class RunnablePrograms {

    /** Whatever is planned can be run. */
    public static final RunnablePrograms ALL = new RunnablePrograms(false, Set.of());

    private final boolean limited;
    private final Set<String> names;
    private final int hash;

    private RunnablePrograms(boolean limited, Set<String> names) {
        this.limited = limited;
        this.names = names;
        this.hash = names.hashCode();
    }

    /** Returns these programs, each named as {@link #name} does. */
    public static RunnablePrograms of(Collection<String> names) {
        return new RunnablePrograms(true, Set.copyOf(names));
    }

    /** Returns {@code program@checksum}: two documents with one id are two programs. */
    public static String name(TransformationProgram program) {
        return program.id() + "@" + program.checksum();
    }

    /** Whether the program of that {@link #name} can be run. */
    public boolean contains(String name) {
        return !limited || names.contains(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RunnablePrograms that
                && limited == that.limited
                && hash == that.hash
                && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return limited ? names.toString() : "all";
    }
}
