package org.proteus.coordinator.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.protocol.StepFailure;

/**
 * Everything a choice of steps depends on, besides the programs themselves.
 *
 * @param source type of what the worker holds
 * @param target type asked for
 * @param attributes what probing found
 * @param options options of the request
 * @param earlier steps that failed under earlier leases
 * @param failures steps that failed under this lease
 * @param own what the asking worker can run, as {@code program@checksum}
 * @param missing what to do when no live worker can run the plan
 */
public record PlanContext(
        ContentType source,
        ContentType target,
        Map<String, String> attributes,
        Map<String, String> options,
        List<StepFailure> earlier,
        List<StepFailure> failures,
        Set<String> own,
        MissingWorker missing) {}
