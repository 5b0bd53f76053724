package org.proteus.coordinator.store;

import java.util.List;
import java.util.Optional;
import org.proteus.data.NameRules;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;

/**
 * A job as it is stored.
 *
 * @param request the request without credentials and without objects
 * @param target resolved target
 * @param sourceSecret reference of the source's credentials, if it has any
 * @param sinkSecret reference of the sink's credentials, if it has any
 * @param roots named file roots that a worker must mount
 * @param rules what the sink allows in names
 * @param created when it was accepted, in milliseconds since 1970
 * @param ended when it ended
 * @param listed whether the source has been listed to its end
 * @param relisting whether entries may be known already
 * @param cursor entry after which the listing continues
 * @param nextSeq sequence number of the next element
 * @param problem why the source could not be listed, or why its deadline ended it
 */
public record JobRow(
        String id,
        JobState state,
        String fingerprint,
        JobRequest request,
        ContentType target,
        Optional<String> sourceSecret,
        Optional<String> sinkSecret,
        List<String> roots,
        NameRules rules,
        long created,
        Optional<Long> ended,
        boolean listed,
        boolean relisting,
        Optional<String> cursor,
        long nextSeq,
        Optional<Problem> problem) {}
