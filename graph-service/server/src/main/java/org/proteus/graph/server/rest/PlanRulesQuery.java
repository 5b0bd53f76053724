package org.proteus.graph.server.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;

/** What is prescribed of the way, as query parameters; {@code pin} and {@code forbid} repeat. */
public final class PlanRulesQuery {

    @QueryParam("pin")
    private List<String> pin;

    @QueryParam("forbid")
    private List<String> forbid;

    @QueryParam("lossless")
    private String lossless;

    @QueryParam("matching")
    private String matching;

    /** Returns the rules; what is wrong with one is said with its name. */
    public PlanRules rules() {
        return new PlanRules(pin, forbid, PlanValues.flag("lossless", lossless), matching());
    }

    private Matching matching() {
        if (matching == null) {
            return Matching.BEST;
        }
        for (Matching known : Matching.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(matching)) {
                return known;
            }
        }
        throw new ProteusException(
                ErrorCode.BAD_REQUEST,
                "query parameter 'matching' is neither best nor classic",
                "Give best or classic, or leave it out");
    }
}
