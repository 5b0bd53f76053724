package org.proteus.coordinator.store;

import java.util.Optional;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.WebhookState;

/**
 * A job's webhook as it is stored.
 *
 * @param secret reference of what its message is signed with
 * @param attempts how often the message was sent since the job ended
 * @param due when it is sent next, in milliseconds since 1970
 * @param age how long ago the job ended, in milliseconds; 0 when it has not
 * @param problem why it did not arrive the last time
 */
public record WebhookRow(
        String job,
        String url,
        String secret,
        WebhookState state,
        int attempts,
        long due,
        long age,
        Optional<Problem> problem) {}
