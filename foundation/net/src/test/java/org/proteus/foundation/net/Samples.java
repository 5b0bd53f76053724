package org.proteus.foundation.net;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.Decision;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobCost;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.MissingWorker;
import org.proteus.foundation.model.job.Money;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;
import org.proteus.foundation.model.job.PartnerView;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.model.job.ProgramView;
import org.proteus.foundation.model.job.ScalingChart;
import org.proteus.foundation.model.job.ScalingPoint;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.foundation.model.job.Webhook;
import org.proteus.foundation.model.job.WebhookState;
import org.proteus.foundation.model.job.WebhookView;
import org.proteus.foundation.model.job.WorkerView;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Matching;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.program.UnitStep;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.PartnerRecord;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.foundation.model.protocol.Registered;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskKey;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkSize;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** One of every record that goes over the wire, with every part filled. */
final class Samples {

    static final TaskKey KEY = new TaskKey("job/7/0", 3);

    private static final ContentType TIFF = ContentType.of("image", "tiff");
    private static final ContentType PNG = ContentType.parse("image/png; width=640");
    private static final UnitId UNIT = new UnitId("imagemagick", "to-png");
    private static final Problem PROBLEM =
            new Problem(ErrorCode.PROGRAM_FAILED, "it \"ended\"\n with 1", "look at it");
    private static final JobCost SPENT = new JobCost(84, Optional.of(new Money(0.012, "EUR")));
    private static final WorkSize SIZE = new WorkSize(1500, "ms");
    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final Optional<Credentials> CREDENTIALS =
            Optional.of(new Credentials("user", "word"));

    private Samples() {}

    static Stream<Object> all() {
        return Stream.of(protocol(), leases(), replies(), jobs()).flatMap(each -> each);
    }

    private static Stream<Object> protocol() {
        return Stream.of(
                KEY,
                new WorkerRegistration("w", "local", "h", 2, "0.1", List.of(offer()), List.of("*")),
                new Registered(5000, 15000, 7),
                new LeaseRequest("w", 4, 10000),
                new PlanRequest(
                        "w",
                        KEY,
                        TIFF,
                        List.of(PNG),
                        4096,
                        Map.of("width", "1024"),
                        plan().steps(),
                        List.of(new StepFailure(UNIT, PROBLEM))),
                new Heartbeat("w", List.of(new Progress(KEY, "fetch", 1, 2, "bytes")), 2, false),
                new Heartbeat(
                        "w",
                        List.of(new Progress(KEY, "a/b", 1, 2, "ms", Optional.of(SIZE))),
                        0,
                        false),
                new HeartbeatReply(true, false, true, List.of(KEY), List.of(KEY), List.of(KEY), 7),
                new PublishedPrograms(7, List.of(program())),
                new WorkerOffers("w", List.of(offer())),
                new Commit(KEY, ".proteus-t-3", 12, "ab", Optional.empty(), record()),
                new Commit(
                        KEY, "", 3, "ab", Optional.of(Bytes.of(new byte[] {1, -1, 0})), record()),
                new CommitReply(KEY, true),
                new Release(KEY, Release.Outcome.FAILED, PROBLEM, TaskRecord.EMPTY));
    }

    static Stream<Lease> leases() {
        Content located = new Content.Located("ftp://h/in/", "a b", "e", 12, CREDENTIALS);
        Content carried = new Content.Carried(Bytes.of("hi".getBytes(StandardCharsets.UTF_8)));
        Destination stored = new Destination.Stored("file:///o/", ".t", "x/a.png", CREDENTIALS);
        Destination returned = new Destination.Returned(1024, 1 << 20);
        return Stream.of(
                lease(Lease.Work.TRANSFORM, Optional.of(located), stored),
                lease(Lease.Work.TRANSFORM, Optional.of(carried), returned),
                lease(Lease.Work.TRANSFORM, Optional.of(new Content.Held(5)), returned),
                lease(Lease.Work.PUBLISH, Optional.of(new Content.Prepared(9)), stored));
    }

    private static Lease lease(
            Lease.Work work, Optional<Content> content, Destination destination) {
        return new Lease(
                KEY,
                work,
                "../a\nb.tif",
                Optional.of(TIFF),
                content,
                List.of(new Partner("b.png", Optional.of(PNG), new Content.Held(3))),
                destination,
                PNG,
                Map.of("width", "640"),
                true,
                false);
    }

    private static Stream<Object> replies() {
        return Stream.of(
                new PlanReply.Run(plan()),
                new PlanReply.Run(passThrough()),
                new PlanReply.Refuse(PROBLEM),
                new PlanReply.GiveBack(PROBLEM),
                new PlanReply.Fail(PROBLEM),
                new PlanReply.Stale());
    }

    private static Stream<Object> jobs() {
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
                                        NamePattern.parse("{n}.wav")))),
                job(),
                element(),
                decision(),
                chart(),
                new WorkerView("w", "local", "host", 2, false, true, AT, List.of("job/7/0")),
                programView(),
                PROBLEM);
    }

    private static JobRequest paired(Pairing pairing) {
        return JobRequest.of("ftp://h/", "png", "file:///o")
                .withPairing(Optional.of(pairing))
                .withPriority(7)
                .withDeadline(Optional.of(AT))
                .withWebhook(Optional.of(new Webhook("https://h/", "s")));
    }

    private static ProgramView programView() {
        return new ProgramView(
                program(),
                ProgramOrigin.PUBLISHED,
                false,
                ProgramOffer.State.RUNNABLE,
                "7.1",
                List.of("w"));
    }

    private static ScalingRequest scaling() {
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

    private static JobView job() {
        return new JobView(
                "id",
                JobState.RUNNING,
                "ftp://h/",
                PNG,
                "file:///o",
                Map.of("a", "b"),
                scaling(),
                7,
                Optional.of(AT),
                AT,
                Optional.of(AT),
                true,
                Map.of(ElementState.DONE, 3L),
                1,
                2,
                2,
                SPENT,
                "",
                Optional.of(
                        new WebhookView(
                                "https://h/",
                                WebhookState.DUE,
                                2,
                                Optional.of(AT),
                                Optional.of(PROBLEM))),
                Optional.of(PROBLEM));
    }

    private static ElementView element() {
        AttemptView attempt =
                new AttemptView(1, "w", "done", AT, Optional.of(AT), Optional.empty(), record());
        return new ElementView(
                "id/1",
                "n",
                "ftp://h/n",
                ElementState.DONE,
                Optional.of(TIFF),
                5,
                "aa",
                List.of(new PartnerView("m", "ftp://h/m", Optional.of(PNG), 4, "cc")),
                Optional.of(plan()),
                "file:///o/n",
                6,
                "bb",
                false,
                Optional.empty(),
                List.of(attempt));
    }

    static Decision decision() {
        return new Decision(
                AT,
                "fixed",
                1,
                2,
                0.25,
                Optional.of(0.1),
                "objects",
                Optional.of(0.9),
                SPENT,
                "more work than workers");
    }

    private static ScalingChart chart() {
        ScalingPoint point =
                new ScalingPoint(
                        AT, Optional.of(0.25), Optional.of(0.1), "objects", 1, 1, 0, 2, 40, SPENT);
        return new ScalingChart("job", List.of(point), List.of(decision()));
    }

    private static final PlanCost COST = PlanCost.of(4, 0.75, 0.25, 0.5);

    static Plan passThrough() {
        return new Plan(
                PNG, PNG, List.of(), List.of(), PlanCost.NONE, "it is one already", List.of());
    }

    private static Plan plan() {
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("quality", "90"));
        UnitLimits limits = new UnitLimits(1, 2, 3.5, 4, 5, 6);
        PlanStep step =
                new PlanStep(
                        UNIT,
                        "1.0",
                        "cc",
                        "a.B",
                        TIFF,
                        List.of(PNG),
                        PNG,
                        parameters,
                        limits,
                        true);
        PlanAlternative other = new PlanAlternative(List.of(UNIT, UNIT), COST, "dearer");
        return new Plan(
                TIFF, PNG, List.of(UNIT), List.of(step), COST, "the only one", List.of(other));
    }

    private static TaskRecord record() {
        List<String> arguments = List.of("convert", "a");
        StepRecord step =
                new StepRecord(
                        UNIT,
                        "1.0",
                        "IM 6",
                        TIFF,
                        PNG,
                        arguments,
                        9,
                        8,
                        5,
                        0,
                        "",
                        Optional.of(PROBLEM));
        return new TaskRecord(
                Optional.of(TIFF),
                10,
                "ff",
                List.of(new PartnerRecord("b.png", PNG, 3, "ee")),
                Optional.of(plan()),
                List.of(step),
                7,
                Optional.of(SIZE));
    }

    private static ProgramOffer offer() {
        return new ProgramOffer("imagemagick", "1.0", "cc", ProgramOffer.State.RUNNABLE, "6.9");
    }

    private static TransformationProgram program() {
        Parameter parameter = new Parameter("quality", "*", true);
        TypePattern pattern = new TypePattern(TIFF, List.of(parameter));
        TransformationUnit unit =
                new TransformationUnit(
                        "u",
                        List.of(pattern),
                        pattern,
                        List.of(parameter),
                        List.of(new UnitStep(UNIT, List.of(parameter))),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        1000,
                        List.of("width"),
                        List.of(ContentType.of("image", "gif")));
        return new TransformationProgram(
                "imagemagick",
                "1.0",
                "d",
                List.of(new SoftwarePackage("imagemagick", "apt:imagemagick")),
                Optional.of("a.B"),
                List.of(parameter),
                List.of(unit),
                true,
                "cc");
    }
}
