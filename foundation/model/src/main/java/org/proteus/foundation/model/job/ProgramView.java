package org.proteus.foundation.model.job;

import java.util.List;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.protocol.ProgramOffer;

/**
 * A program of the registry and who can run it.
 *
 * @param program its document
 * @param origin where it comes from
 * @param trusted whether those who run the service vouch for it
 * @param state the best that a live worker says of it
 * @param reason the tool's version when it is runnable, otherwise what is missing and how it is
 *     installed
 * @param workers ids of the live workers that can run it
 */
public record ProgramView(
        TransformationProgram program,
        ProgramOrigin origin,
        boolean trusted,
        ProgramOffer.State state,
        String reason,
        List<String> workers) {}
