package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.Optional;
import org.proteus.foundation.model.Problem;

/**
 * What became of a job's webhook.
 *
 * @param url address that is posted to
 * @param state where the message stands
 * @param attempts how often it was sent since the job ended
 * @param next when it is sent next
 * @param problem why it did not arrive the last time
 */
public record WebhookView(
        String url,
        WebhookState state,
        int attempts,
        Optional<Instant> next,
        Optional<Problem> problem) {}
