package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;

/**
 * Asks for the steps of a leased object.
 *
 * @param worker id of the worker
 * @param key the lease
 * @param type type of what the worker holds now: the object, or its last good intermediate
 * @param attributes what probing found (width, pages, ...); a hint for the choice
 * @param failures steps that failed under this lease, in order
 */
public record PlanRequest(
        String worker,
        TaskKey key,
        ContentType type,
        Map<String, String> attributes,
        List<StepFailure> failures) {

    public PlanRequest {
        attributes = Map.copyOf(attributes);
        failures = List.copyOf(failures);
    }
}
