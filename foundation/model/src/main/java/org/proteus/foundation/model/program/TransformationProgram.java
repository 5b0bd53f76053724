package org.proteus.foundation.model.program;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transformation program: what its document says.
 *
 * @param id id, unique in a registry; no slash
 * @param version version of the document, for example {@code 1.0}
 * @param description one sentence for people
 * @param packages what must be installed before it can run
 * @param entryClass class that runs it; empty for a purely composite program
 * @param parameters global parameters, which every unit has unless it overrides them
 * @param units its units, ids unique
 * @param namesPaths whether its units, all composite, only name ways that the search finds by
 *     itself; they can be pinned, and add nothing to what can be found
 * @param checksum SHA-256 of the document's bytes, lower-case hexadecimal
 */
public record TransformationProgram(
        String id,
        String version,
        String description,
        List<SoftwarePackage> packages,
        Optional<String> entryClass,
        List<Parameter> parameters,
        List<TransformationUnit> units,
        boolean namesPaths,
        String checksum) {

    public TransformationProgram {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(version, "version is null");
        packages = List.copyOf(packages);
        parameters = List.copyOf(parameters);
        units = List.copyOf(units);
    }

    /** Returns the unit of that id. */
    public Optional<TransformationUnit> unit(String unitId) {
        return units.stream().filter(u -> u.id().equals(unitId)).findFirst();
    }
}
