package org.proteus.graph;

import java.util.Optional;
import org.proteus.foundation.model.ContentType;

/**
 * Which units are meant.
 *
 * @param from type that they take, alone or as one of many; absent for all
 * @param to type that they give; absent for all
 * @param program id of their program; absent for all
 * @param size size of the object in bytes, for times and costs; {@link PlanObject#UNKNOWN_SIZE}
 */
public record UnitFilter(
        Optional<ContentType> from, Optional<ContentType> to, Optional<String> program, long size) {

    /** Lets every unit through. */
    public static final UnitFilter ALL =
            new UnitFilter(
                    Optional.empty(), Optional.empty(), Optional.empty(), PlanObject.UNKNOWN_SIZE);

    /** Returns the units of one program, with their costs for an object of that size. */
    public static UnitFilter ofProgram(String id, long size) {
        return new UnitFilter(Optional.empty(), Optional.empty(), Optional.of(id), size);
    }
}
