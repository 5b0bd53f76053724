package org.proteus.coordinator.jobs;

import java.util.List;
import java.util.Optional;
import org.proteus.data.NameRules;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;

/**
 * A request that was checked completely.
 *
 * @param request the request without credentials and objects
 * @param fingerprint the same for the same request; credentials and scaling do not count
 * @param target resolved target
 * @param source credentials of the source
 * @param sink credentials of the sink
 * @param webhook what the message of its end is signed with, as a password
 * @param roots named file roots that a worker must mount
 * @param rules what the sink allows in names
 * @param objects the objects themselves when they came along
 */
record Accepted(
        JobRequest request,
        String fingerprint,
        ContentType target,
        Optional<Credentials> source,
        Optional<Credentials> sink,
        Optional<Credentials> webhook,
        List<String> roots,
        NameRules rules,
        List<InlineObject> objects) {}
