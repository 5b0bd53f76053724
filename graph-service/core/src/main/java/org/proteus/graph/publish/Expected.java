package org.proteus.graph.publish;

import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** What somebody who changes a program believes to be its current version. */
public sealed interface Expected {

    /** Whatever is there is replaced. */
    record Anything() implements Expected {}

    /** Nothing of that id is published. */
    record Nothing() implements Expected {}

    /** This version is the current one. */
    record Version(String version) implements Expected {}

    /**
     * Compares with what is there.
     *
     * @param current version that is current; empty when none is
     * @throws ProteusException with {@code CONFLICT} if it is something else
     */
    default void require(String id, Optional<String> current) {
        boolean holds =
                switch (this) {
                    case Anything _ -> true;
                    case Nothing _ -> current.isEmpty();
                    case Version(String version) -> current.filter(version::equals).isPresent();
                };
        if (!holds) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    current.map(found -> "program '" + id + "' is published in version " + found)
                            .orElse("program '" + id + "' is not published"),
                    "somebody else changed it; look at its versions, then decide again");
        }
    }
}
