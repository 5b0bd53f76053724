package org.proteus.coordinator.dispatch;

import java.util.Optional;
import org.proteus.coordinator.store.JobRow;
import org.proteus.foundation.model.Credentials;

/**
 * What never changes while a job runs, with its credentials opened.
 *
 * @param row the job as it was stored
 * @param source credentials of the source
 * @param sink credentials of the sink
 */
public record JobSpec(JobRow row, Optional<Credentials> source, Optional<Credentials> sink) {}
