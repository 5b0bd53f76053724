package org.proteus.coordinator;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.proteus.foundation.content.TypeNames;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.TransformationProgram;

/** The names of content types, those that only a program declares included. Thread-safe. */
public final class TargetNames {

    private final Supplier<List<TransformationProgram>> programs;

    /**
     * @param programs the programs of the registry as they are now
     */
    public TargetNames(Supplier<List<TransformationProgram>> programs) {
        this.programs = programs;
    }

    /**
     * Understands a content type, an extension or a file name.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code UNKNOWN_TYPE}
     */
    public ContentType resolve(String text) {
        Set<ContentType> declared =
                programs.get().stream()
                        .flatMap(program -> program.units().stream())
                        .map(unit -> unit.target().mediaType())
                        .collect(Collectors.toSet());
        return TypeNames.resolve(text, declared);
    }

    /** Returns the usual extension of a type, without its dot. */
    public String extension(ContentType type) {
        return TypeNames.extension(type).substring(1);
    }
}
