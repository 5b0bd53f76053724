package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.AT;
import static org.proteus.foundation.net.SampleParts.CREDENTIALS;
import static org.proteus.foundation.net.SampleParts.TIFF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.foundation.model.job.Webhook;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.PlanRules;

/** What a user asks of a job. */
final class RequestSamples {

    private RequestSamples() {}

    static Stream<Object> all() {
        return Stream.of(
                new JobRequest(
                        new Place("ftp://h/", CREDENTIALS),
                        "png",
                        Place.of("file:///o"),
                        Map.of("width", "640"),
                        new PlanRules(
                                List.of("imagemagick"), List.of("a/b"), true, Matching.CLASSIC),
                        scaling(),
                        false,
                        MissingWorker.REFUSE,
                        List.of(
                                new InlineObject(
                                        "n", Optional.of(TIFF), Bytes.of(new byte[] {1, 2})))),
                paired(new Pairing.ByManifest("pairs.csv")),
                paired(new Pairing.ByOrder(2)),
                paired(
                        new Pairing.ByPattern(
                                List.of(
                                        NamePattern.parse("{n}.mp4"),
                                        NamePattern.parse("{n}.wav")))));
    }

    private static JobRequest paired(Pairing pairing) {
        return JobRequest.of("ftp://h/", "png", "file:///o")
                .withPairing(Optional.of(pairing))
                .withPriority(7)
                .withDeadline(Optional.of(AT))
                .withWebhook(Optional.of(new Webhook("https://h/", "s")));
    }

    static ScalingRequest scaling() {
        return new ScalingRequest(
                Optional.of("efficiency"),
                Optional.of(2),
                Optional.of(0.5),
                Optional.of(1),
                Optional.of(4),
                Optional.of(1),
                Optional.of("30s"),
                Optional.of("2m"));
    }
}
