package org.proteus.foundation.model.program;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;

/**
 * One step of a plan: an elementary unit with everything bound that its run needs.
 *
 * @param unit the unit to run
 * @param version version of the program document
 * @param checksum checksum of the program document
 * @param entryClass class that runs the program
 * @param source type that goes in, as the planner knows it
 * @param partners types of the further objects that go in with it, in order; mostly none
 * @param target type that comes out, with the parameters that were asked of this step
 * @param parameters bound program parameters by name as declared
 * @param limits limits of the run
 * @param trusted whether the program came with the software or from the site, not from a user
 */
public record PlanStep(
        UnitId unit,
        String version,
        String checksum,
        String entryClass,
        ContentType source,
        List<ContentType> partners,
        ContentType target,
        SortedMap<String, String> parameters,
        UnitLimits limits,
        boolean trusted) {

    public PlanStep {
        partners = List.copyOf(partners);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
