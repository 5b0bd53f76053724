package org.proteus.graph;

import java.util.Optional;
import org.proteus.foundation.model.program.PlanAlternative;

/**
 * Why something is, or is not, on the way that was chosen.
 *
 * @param name what was asked about, as it was asked
 * @param chosen whether it is on that way
 * @param reason why, one sentence for people
 * @param action what would bring it there; empty when nothing would
 * @param instead the best way that uses it; absent when there is none, or it is chosen
 */
public record Explanation(
        String name,
        boolean chosen,
        String reason,
        String action,
        Optional<PlanAlternative> instead) {}
