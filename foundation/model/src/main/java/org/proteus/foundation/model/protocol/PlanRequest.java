package org.proteus.foundation.model.protocol;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.PlanStep;

/**
 * Asks for the steps of a leased object.
 *
 * @param worker id of the worker
 * @param key the lease
 * @param type type of what the worker holds now: the object, or its last good intermediate
 * @param partners types of the objects that belong to it and were not used yet, in order
 * @param size bytes of what the worker holds now, partners included
 * @param attributes what probing found (width, pages, ...); a hint for the choice
 * @param done steps that made it of the object under this lease, in order
 * @param failures steps that failed under this lease, in order
 */
public record PlanRequest(
        String worker,
        TaskKey key,
        ContentType type,
        List<ContentType> partners,
        long size,
        Map<String, String> attributes,
        List<PlanStep> done,
        List<StepFailure> failures) {

    public PlanRequest {
        partners = List.copyOf(partners);
        attributes = Map.copyOf(attributes);
        done = List.copyOf(done);
        failures = List.copyOf(failures);
    }
}
