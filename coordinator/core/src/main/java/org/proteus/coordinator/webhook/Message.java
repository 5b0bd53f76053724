package org.proteus.coordinator.webhook;

import org.proteus.foundation.model.job.JobView;

/**
 * What a webhook is told.
 *
 * @param event what happened: always {@value #ENDED}
 * @param job the job as it stands
 */
record Message(String event, JobView job) {

    static final String ENDED = "job.ended";

    static Message ended(JobView job) {
        return new Message(ENDED, job);
    }
}
