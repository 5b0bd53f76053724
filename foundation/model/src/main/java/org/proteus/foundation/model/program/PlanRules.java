package org.proteus.foundation.model.program;

import java.util.List;

/**
 * What a caller prescribes of the way. A name in {@code pin} or {@code forbid} is the id of a
 * program, a unit ({@code program/unit}), a media type on the way, or a whole plan (its units
 * joined by commas); {@code program:}, {@code unit:}, {@code type:} or {@code plan:} in front says
 * which where it could be several.
 *
 * @param pin all of these must be on the way
 * @param forbid none of these may be on the way
 * @param lossless whether only lossless units may be used
 * @param matching how units are matched and chosen; null means {@link Matching#BEST}
 */
public record PlanRules(
        List<String> pin, List<String> forbid, boolean lossless, Matching matching) {

    /** Prescribes nothing. */
    public static final PlanRules NONE = new PlanRules(List.of(), List.of(), false, Matching.BEST);

    public PlanRules {
        pin = pin == null ? List.of() : List.copyOf(pin);
        forbid = forbid == null ? List.of() : List.copyOf(forbid);
        matching = matching == null ? Matching.BEST : matching;
    }
}
