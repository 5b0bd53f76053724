package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.CREDENTIALS;
import static org.proteus.foundation.net.SampleParts.KEY;
import static org.proteus.foundation.net.SampleParts.PNG;
import static org.proteus.foundation.net.SampleParts.PROBLEM;
import static org.proteus.foundation.net.SampleParts.SIZE;
import static org.proteus.foundation.net.SampleParts.TIFF;
import static org.proteus.foundation.net.SampleParts.UNIT;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.CommitReply;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.Partner;
import org.proteus.foundation.model.protocol.PartnerRecord;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;

/** What a queue and a worker tell each other about tasks. */
final class TaskSamples {

    private TaskSamples() {}

    static Stream<Object> all() {
        return Stream.of(questions(), leases(), replies(), outcomes()).flatMap(each -> each);
    }

    private static Stream<Object> questions() {
        return Stream.of(
                KEY,
                new LeaseRequest("w", 4, 10000),
                new PlanRequest(
                        "w",
                        KEY,
                        TIFF,
                        List.of(PNG),
                        4096,
                        Map.of("width", "1024"),
                        PlanSamples.plan().steps(),
                        List.of(new StepFailure(UNIT, PROBLEM))));
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
                new PlanReply.Run(PlanSamples.plan()),
                new PlanReply.Run(PlanSamples.passThrough()),
                new PlanReply.Refuse(PROBLEM),
                new PlanReply.GiveBack(PROBLEM),
                new PlanReply.Fail(PROBLEM),
                new PlanReply.Stale());
    }

    private static Stream<Object> outcomes() {
        return Stream.of(
                new Commit(KEY, ".proteus-t-3", 12, "ab", Optional.empty(), record()),
                new Commit(
                        KEY, "", 3, "ab", Optional.of(Bytes.of(new byte[] {1, -1, 0})), record()),
                new CommitReply(KEY, true),
                new Release(KEY, Release.Outcome.FAILED, PROBLEM, TaskRecord.EMPTY));
    }

    static TaskRecord record() {
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
                Optional.of(PlanSamples.plan()),
                List.of(step),
                7,
                Optional.of(SIZE));
    }
}
