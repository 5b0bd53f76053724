package org.proteus.coordinator.jobs;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.coordinator.CoordinatorSettings;
import org.proteus.coordinator.TargetNames;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.webhook.TargetCheck;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.NameRules;
import org.proteus.data.Places;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.Webhook;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a request before anything of it is stored: what can be wrong is said now. Thread-safe. */
final class RequestCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RequestCheck.class);

    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;
    private static final int HIGHEST_PRIORITY = 9;
    private static final Instant LATEST_DEADLINE = Instant.parse("9999-12-31T23:59:59Z");

    private final CoordinatorSettings settings;
    private final DataHandlers handlers;
    private final TargetNames types;
    private final OptionNames optionNames;
    private final TargetCheck webhooks;

    RequestCheck(
            CoordinatorSettings settings,
            DataHandlers handlers,
            TargetNames types,
            OptionNames optionNames,
            TargetCheck webhooks) {
        this.settings = settings;
        this.handlers = handlers;
        this.types = types;
        this.optionNames = optionNames;
        this.webhooks = webhooks;
    }

    /**
     * Checks everything, the source and the sink included.
     *
     * @throws ProteusException with what is wrong and what to do
     */
    Accepted check(JobRequest request) {
        Place from = apart(request.from());
        Place into = apart(request.into());
        ContentType target = target(request.to());
        options(request.options());
        optionNames.requireKnown(request.options().keySet());
        settings.scaling().policyOf(request.scaling());
        settings.scaling().settingsOf(request.scaling());
        objects(from, request.objects());
        priority(request.priority());
        request.deadline().ifPresent(RequestCheck::deadline);
        request.webhook().ifPresent(this::webhook);
        if (request.pairing().isPresent()) {
            pairing(from, request.rules());
        }
        apartFromEachOther(from, into);
        List<String> roots =
                Stream.of(from, into)
                        .flatMap(place -> settings.files().root(place.uri()).stream())
                        .distinct()
                        .sorted()
                        .toList();
        NameRules rules = reach(from, into, request.recursive());
        JobRequest stored =
                new JobRequest(
                                Place.of(from.uri()),
                                target.toString(),
                                Place.of(into.uri()),
                                request.options(),
                                request.rules(),
                                request.scaling(),
                                request.recursive(),
                                request.missingWorker(),
                                List.of())
                        .withPairing(request.pairing())
                        .withPriority(request.priority())
                        .withDeadline(request.deadline())
                        .withWebhook(request.webhook().map(Webhook::withoutSecret));
        return new Accepted(
                stored,
                fingerprint(stored, request.objects()),
                target,
                from.credentials(),
                into.credentials(),
                request.webhook().map(webhook -> new Credentials("", webhook.secret())),
                roots,
                rules,
                request.objects());
    }

    private static Place apart(Place place) {
        Places.Written written = Places.apart(place);
        if (written.passwordInUri()) {
            LOG.warn("{}", Places.BETTER_FORM);
        }
        return written.place();
    }

    private ContentType target(String text) {
        ContentType target = types.resolve(text);
        boolean open =
                target.isRange()
                        || target.parameters().values().stream()
                                .anyMatch(v ->
                                        v.equals(ContentType.ANY) || v.equals(ContentType.UNSET));
        if (open) {
            throw bad("the target '" + target + "' leaves something open", "name one exact type");
        }
        return target;
    }

    private static void options(Map<String, String> options) {
        options.forEach((name, value) -> {
            if (name.isBlank() || name.length() > 100 || value.length() > 4000) {
                throw bad(
                        "an option has no name, or its name or value is too long",
                        "write name=value");
            }
        });
    }

    private void objects(Place from, List<InlineObject> objects) {
        if (from.isInline() == objects.isEmpty()) {
            throw bad(
                    from.isInline()
                            ? "the source is inline: but no object came with the request"
                            : "objects came with the request but the source is not inline:",
                    "send objects exactly with the source inline:");
        }
        long total = 0;
        for (InlineObject object : objects) {
            total += object.content().size();
            if (object.content().size() > settings.inline().maxBytes()
                    || total > settings.inline().maxTotalBytes()) {
                throw new ProteusException(
                        ErrorCode.TOO_LARGE,
                        "the objects are larger than the %d bytes each and %d in all allowed"
                                .formatted(
                                        settings.inline().maxBytes(),
                                        settings.inline().maxTotalBytes()),
                        "let the job read them from where they are");
            }
        }
    }

    private static void priority(int priority) {
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw bad(
                    "the priority " + priority + " is out of range",
                    "give 0 to " + HIGHEST_PRIORITY + ", or leave it out");
        }
    }

    /**
     * Whether it has passed already is seen when the request is stored, by the database's clock.
     */
    private static void deadline(Instant deadline) {
        if (deadline.isAfter(LATEST_DEADLINE)) {
            throw bad("the deadline " + deadline + " is too far away", "leave it out");
        }
    }

    private void webhook(Webhook webhook) {
        int length = webhook.secret().length();
        if (length < SHORTEST_SECRET || length > LONGEST_SECRET) {
            throw bad(
                    "the webhook's secret is too short or too long",
                    "give %d to %d random characters".formatted(SHORTEST_SECRET, LONGEST_SECRET));
        }
        LOG.debug("webhook to {}", webhooks.resolve(webhook.url()).address());
    }

    private static void pairing(Place from, PlanRules rules) {
        if (from.isInline()) {
            throw bad(
                    "objects that come with the request cannot be paired",
                    "put them where they can be listed, and name that source");
        }
        if (rules.matching() == Matching.CLASSIC) {
            throw bad(
                    "classic matching knows no units with several sources",
                    "leave out the pairing or the matching");
        }
    }

    private static void apartFromEachOther(Place from, Place into) {
        if (from.isInline() || into.isInline()) {
            return;
        }
        Optional<String> inside = Places.sinkInside(from.uri(), into.uri());
        if (inside.filter(String::isEmpty).isPresent()) {
            throw bad(
                    "source and sink are the same folder",
                    "name another sink; a folder below the source will do");
        }
    }

    /** Opens both ends once, so that what cannot be reached is told at once. */
    private NameRules reach(Place from, Place into, boolean recursive) {
        try {
            if (!from.isInline()) {
                try (DataSource source =
                        handlers.source(from.uri(), from.credentials(), recursive)) {
                    LOG.debug("source {} can be reached", source);
                }
            }
            if (into.isInline()) {
                return NameRules.UNIX;
            }
            try (DataSink sink = handlers.sink(into.uri(), into.credentials())) {
                return sink.nameRules();
            }
        } catch (IOException failure) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "source or sink broke off: " + failure.getMessage(),
                            "try again"),
                    failure);
        }
    }

    private static String fingerprint(JobRequest stored, List<InlineObject> objects) {
        StringBuilder text = new StringBuilder();
        text.append(folder(stored.from().uri())).append('\n').append(stored.to()).append('\n');
        text.append(folder(stored.into().uri()))
                .append('\n')
                .append(stored.recursive())
                .append('\n');
        text.append(stored.missingWorker()).append('\n').append(new TreeMap<>(stored.options()));
        text.append('\n').append(stored.rules());
        stored.pairing().ifPresent(pairing -> text.append('\n').append(pairing));
        for (InlineObject object : objects) {
            text.append('\n').append(object.name()).append(Ids.sha256(object.content().array()));
        }
        return Ids.sha256(text.toString());
    }

    /** A folder is the same with and without a slash at its end. */
    private static String folder(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    private static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
