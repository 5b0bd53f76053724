package org.proteus.foundation.model.job;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Plan;

/**
 * An element as its owner sees it, and its line in the report.
 *
 * @param id {@code job/seq}
 * @param name the object's own name, as found
 * @param source where it came from: URI of the source and entry, without credentials
 * @param state where it stands
 * @param typeFound type found on its bytes
 * @param size size in bytes; -1 when unknown
 * @param sourceChecksum SHA-256 of the object; empty until it is done
 * @param partners the objects that belong to it and went into the same result, in order
 * @param plan plan of the last attempt
 * @param sink where the result stands; empty until it is done
 * @param resultSize size of the result in bytes; -1 until it is done
 * @param resultChecksum SHA-256 of the result; empty until it is done
 * @param passedThrough whether the object already had the type asked for
 * @param problem why it is not done
 * @param attempts every attempt, first to last
 */
public record ElementView(
        String id,
        String name,
        String source,
        ElementState state,
        Optional<ContentType> typeFound,
        long size,
        String sourceChecksum,
        List<PartnerView> partners,
        Optional<Plan> plan,
        String sink,
        long resultSize,
        String resultChecksum,
        boolean passedThrough,
        Optional<Problem> problem,
        List<AttemptView> attempts) {}
