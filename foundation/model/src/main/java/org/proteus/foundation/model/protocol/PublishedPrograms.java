package org.proteus.foundation.model.protocol;

import java.util.List;
import org.proteus.foundation.model.program.TransformationProgram;

/**
 * The programs that users have published, as workers must know them to say whether they run them.
 *
 * @param edition number of this state; every change of a program makes a greater one
 * @param programs those that name a class
 */
public record PublishedPrograms(long edition, List<TransformationProgram> programs) {

    /** Nobody has published anything. */
    public static final PublishedPrograms NONE = new PublishedPrograms(0, List.of());

    public PublishedPrograms {
        programs = List.copyOf(programs);
    }
}
