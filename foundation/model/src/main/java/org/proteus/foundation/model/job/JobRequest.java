package org.proteus.foundation.model.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.proteus.foundation.model.program.PlanRules;

/**
 * A request to transform everything in a source.
 *
 * @param from source
 * @param to target: a content type, an extension ({@code png}) or a file name ({@code a.png})
 * @param into sink
 * @param options options that some step must honour, for example {@code width=640}
 * @param rules what is prescribed of the way; null for nothing
 * @param scaling how the number of workers is chosen; null for the default
 * @param recursive whether folders below the source are walked too; null means yes
 * @param missingWorker what to do when no live worker can run the plan; null means wait
 * @param objects the objects themselves when {@code from} is {@link Place#INLINE}; else empty
 * @param pairing which objects belong together; absent when each stands alone
 * @param priority 0 to 9; tasks of jobs with a higher one go first; null means 5
 * @param deadline when the job is cancelled if it has not ended; absent for never
 * @param webhook where the job tells that it has ended; absent for nowhere
 */
public record JobRequest(
        Place from,
        String to,
        Place into,
        Map<String, String> options,
        PlanRules rules,
        ScalingRequest scaling,
        Boolean recursive,
        MissingWorker missingWorker,
        List<InlineObject> objects,
        Optional<Pairing> pairing,
        Integer priority,
        Optional<Instant> deadline,
        Optional<Webhook> webhook) {

    /** The priority of a request that names none. */
    public static final int USUAL_PRIORITY = 5;

    public JobRequest {
        Objects.requireNonNull(from, "from is missing");
        Objects.requireNonNull(to, "to is missing");
        Objects.requireNonNull(into, "into is missing");
        options = options == null ? Map.of() : Map.copyOf(options);
        rules = rules == null ? PlanRules.NONE : rules;
        scaling = scaling == null ? ScalingRequest.DEFAULT : scaling;
        recursive = recursive == null || recursive;
        missingWorker = missingWorker == null ? MissingWorker.WAIT : missingWorker;
        objects = objects == null ? List.of() : List.copyOf(objects);
        pairing = pairing == null ? Optional.empty() : pairing;
        priority = priority == null ? USUAL_PRIORITY : priority;
        deadline = deadline == null ? Optional.empty() : deadline;
        webhook = webhook == null ? Optional.empty() : webhook;
    }

    /** A request of what most have; null as for the request itself. */
    public JobRequest(
            Place from,
            String to,
            Place into,
            Map<String, String> options,
            PlanRules rules,
            ScalingRequest scaling,
            Boolean recursive,
            MissingWorker missingWorker,
            List<InlineObject> objects) {
        this(
                from,
                to,
                into,
                options,
                rules,
                scaling,
                recursive,
                missingWorker,
                objects,
                Optional.empty(),
                null,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the request with every default. */
    public static JobRequest of(String from, String to, String into) {
        return new JobRequest(
                Place.of(from), to, Place.of(into), null, null, null, null, null, null);
    }

    /** Returns the same request with objects that belong together. */
    public JobRequest withPairing(Optional<Pairing> other) {
        return new JobRequest(
                from,
                to,
                into,
                options,
                rules,
                scaling,
                recursive,
                missingWorker,
                objects,
                other,
                priority,
                deadline,
                webhook);
    }

    /** Returns the same request with another priority; null means the usual one. */
    public JobRequest withPriority(Integer other) {
        return new JobRequest(
                from,
                to,
                into,
                options,
                rules,
                scaling,
                recursive,
                missingWorker,
                objects,
                pairing,
                other,
                deadline,
                webhook);
    }

    /** Returns the same request with another deadline. */
    public JobRequest withDeadline(Optional<Instant> other) {
        return new JobRequest(
                from,
                to,
                into,
                options,
                rules,
                scaling,
                recursive,
                missingWorker,
                objects,
                pairing,
                priority,
                other,
                webhook);
    }

    /** Returns the same request with another webhook. */
    public JobRequest withWebhook(Optional<Webhook> other) {
        return new JobRequest(
                from,
                to,
                into,
                options,
                rules,
                scaling,
                recursive,
                missingWorker,
                objects,
                pairing,
                priority,
                deadline,
                other);
    }
}
