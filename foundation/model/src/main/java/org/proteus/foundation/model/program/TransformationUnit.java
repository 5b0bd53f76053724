package org.proteus.foundation.model.program;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * One capability of a program: from content of the source types to content of the target type.
 *
 * @param id id inside the program
 * @param sources accepted inputs in order; at least one
 * @param target what comes out; its parameters {@code *} and {@code -} are replaced by the caller's
 * @param parameters program parameters of this unit
 * @param composition steps in order when this is a composite; empty otherwise
 * @param limits limits of one run
 * @param loss declared loss; {@link LossClass#LOSSY} when the document is silent
 * @param bytesPerSecond declared speed: bytes of input in a second; 0 when the document is silent
 * @param kept names of type parameters that survive a change of media type
 * @param except media types and ranges that a source covers, as a range or as the more general
 *     kind, but the unit does not take
 */
public record TransformationUnit(
        String id,
        List<TypePattern> sources,
        TypePattern target,
        List<Parameter> parameters,
        List<UnitStep> composition,
        UnitLimits limits,
        LossClass loss,
        long bytesPerSecond,
        List<String> kept,
        List<ContentType> except) {

    public TransformationUnit {
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
        composition = List.copyOf(composition);
        kept = List.copyOf(kept);
        except = List.copyOf(except);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("unit '" + id + "' has no source");
        }
    }

    /** Whether this unit only names other units. */
    public boolean isComposite() {
        return !composition.isEmpty();
    }

    /** Returns the program parameter of that name, case ignored. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }
}
