package org.proteus.coordinator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.proteus.coordinator.store.Ids;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.Commit;
import org.proteus.foundation.model.protocol.Content;
import org.proteus.foundation.model.protocol.Destination;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.HeartbeatReply;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.LeaseRequest;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.PlanRequest;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.Progress;
import org.proteus.foundation.model.protocol.Release;
import org.proteus.foundation.model.protocol.StepFailure;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.foundation.model.protocol.WorkSize;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** A worker whose every move a test decides; its "transformation" writes "done: " before. */
final class FakeWorker {

    final String id;

    /** What it reports of the steps of a plan that it ran. */
    Function<Plan, List<StepRecord>> steps = _ -> List.of();

    /** What it reports of the work of a task. */
    Optional<WorkSize> size = Optional.empty();

    private final Coordinator coordinator;
    private final DataHandlers handlers;

    FakeWorker(
            Coordinator coordinator,
            DataHandlers handlers,
            String id,
            TransformationProgram... programs) {
        this.coordinator = coordinator;
        this.handlers = handlers;
        this.id = id;
        List<ProgramOffer> offers =
                List.of(programs).stream()
                        .map(p ->
                                new ProgramOffer(
                                        p.id(),
                                        p.version(),
                                        p.checksum(),
                                        ProgramOffer.State.RUNNABLE,
                                        "1"))
                        .toList();
        coordinator
                .queue()
                .register(new WorkerRegistration(id, "test", "here", 1, "0", offers, List.of("*")));
    }

    List<Lease> lease(int max, long waitMillis) throws InterruptedException {
        return coordinator.queue().lease(new LeaseRequest(id, max, waitMillis));
    }

    Lease one() throws InterruptedException {
        List<Lease> leases = lease(1, CoordinatorSuite.LONG.toMillis());
        if (leases.size() != 1) {
            throw new AssertionError("expected one lease, got " + leases.size());
        }
        return leases.getFirst();
    }

    PlanReply plan(Lease lease, ContentType type, StepFailure... failures) {
        return coordinator
                .queue()
                .plan(
                        new PlanRequest(
                                id,
                                lease.key(),
                                type,
                                List.of(),
                                0,
                                Map.of(),
                                List.of(),
                                List.of(failures)));
    }

    HeartbeatReply heartbeat(Lease... leases) {
        List<Progress> progress =
                List.of(leases).stream()
                        .map(lease -> new Progress(lease.key(), "fetch", 1, 2, "bytes"))
                        .toList();
        return coordinator.queue().heartbeat(new Heartbeat(id, progress, 0, false));
    }

    /** Tells that it has nothing and waits in vain. */
    HeartbeatReply idle() {
        return coordinator.queue().heartbeat(new Heartbeat(id, List.of(), 1, false));
    }

    byte[] fetch(Lease lease) {
        try (InputStream in = open(lease)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private InputStream open(Lease lease) throws IOException {
        return switch (lease.content().orElseThrow()) {
            case Content.Carried carried -> carried.bytes().open();
            case Content.Held held -> coordinator.exchange().open(lease.key());
            case Content.Prepared prepared -> throw new AssertionError("nothing to fetch");
            case Content.Located located -> {
                try (DataSource source =
                        handlers.source(located.source(), located.credentials(), true)) {
                    yield new ByteArrayInputStream(source.open(located.entry()).readAllBytes());
                }
            }
        };
    }

    /** Writes the result under its temporary name and commits it. */
    boolean prepareAndCommit(Lease lease, PlanReply.Run run) {
        byte[] object = fetch(lease);
        byte[] result = result(object, run.plan());
        String temporary = "";
        Optional<Bytes> carried = Optional.empty();
        switch (lease.destination()) {
            case Destination.Returned returned -> carried = Optional.of(Bytes.of(result));
            case Destination.Stored stored -> {
                temporary = stored.temporaryName();
                prepare(stored, result);
            }
        }
        TaskRecord record =
                new TaskRecord(
                        Optional.of(run.plan().source()),
                        object.length,
                        Ids.sha256(object),
                        List.of(),
                        Optional.of(run.plan()),
                        steps.apply(run.plan()),
                        1,
                        size);
        Commit commit =
                new Commit(
                        lease.key(), temporary, result.length, Ids.sha256(result), carried, record);
        return coordinator.queue().commit(List.of(commit)).getFirst().accepted();
    }

    /** Commits a result that lies where the name says, or at the coordinator. */
    boolean commit(Lease lease, PlanReply.Run run, String temporaryName, long size) {
        TaskRecord record =
                new TaskRecord(
                        Optional.of(run.plan().source()),
                        size,
                        "",
                        List.of(),
                        Optional.of(run.plan()),
                        List.of(),
                        1);
        Commit commit = new Commit(lease.key(), temporaryName, size, "", Optional.empty(), record);
        return coordinator.queue().commit(List.of(commit)).getFirst().accepted();
    }

    static byte[] result(byte[] object, Plan plan) {
        String text = new String(object, StandardCharsets.UTF_8);
        return (plan.isPassThrough() ? text : "done: " + text).getBytes(StandardCharsets.UTF_8);
    }

    private void prepare(Destination.Stored stored, byte[] result) {
        try (DataSink sink = handlers.sink(stored.sink(), stored.credentials())) {
            sink.prepare(stored.temporaryName(), new ByteArrayInputStream(result));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void publish(Lease lease, long size) {
        Destination.Stored stored = (Destination.Stored) lease.destination();
        try (DataSink sink = handlers.sink(stored.sink(), stored.credentials())) {
            sink.publish(stored.temporaryName(), stored.finalName(), size);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        coordinator.queue().published(List.of(lease.key()));
    }

    /** Does everything for one lease. */
    void work(Lease lease, ContentType type) {
        if (lease.content().orElseThrow() instanceof Content.Prepared prepared) {
            publish(lease, prepared.size());
            return;
        }
        if (!(plan(lease, type) instanceof PlanReply.Run run)) {
            throw new AssertionError("no plan");
        }
        long size = result(fetch(lease), run.plan()).length;
        if (!prepareAndCommit(lease, run)) {
            throw new AssertionError("the commit was refused");
        }
        if (lease.destination() instanceof Destination.Stored) {
            publish(lease, size);
        }
    }

    void release(Lease lease, Release.Outcome outcome, ErrorCode code, String... failedUnits) {
        List<StepRecord> steps = List.of(failedUnits).stream().map(FakeWorker::failed).toList();
        coordinator
                .queue()
                .release(
                        List.of(
                                new Release(
                                        lease.key(),
                                        outcome,
                                        Problem.of(code, "it said " + code),
                                        new TaskRecord(
                                                Optional.of(FixedPlanner.TEXT),
                                                1,
                                                "",
                                                List.of(),
                                                Optional.empty(),
                                                steps,
                                                1))));
    }

    /** Gives a task back with a step that failed. */
    void fail(Lease lease, StepRecord step) {
        TaskRecord record =
                new TaskRecord(
                        Optional.of(FixedPlanner.TEXT),
                        1,
                        "",
                        List.of(),
                        Optional.empty(),
                        List.of(step),
                        1);
        Problem problem = Problem.of(ErrorCode.PROGRAM_FAILED, "it failed");
        coordinator
                .queue()
                .release(
                        List.of(new Release(lease.key(), Release.Outcome.FAILED, problem, record)));
    }

    /** Returns the record of a step; without a failure it succeeded. */
    static StepRecord step(UnitId unit, long size, long millis, Optional<ErrorCode> failure) {
        return new StepRecord(
                unit,
                "1.0",
                "",
                FixedPlanner.TEXT,
                FixedPlanner.PNG,
                List.of(unit.program()),
                size,
                failure.isPresent() ? 0 : 1,
                millis,
                failure.isPresent() ? 1 : 0,
                "",
                failure.map(code -> Problem.of(code, "it failed")));
    }

    private static StepRecord failed(String program) {
        return new StepRecord(
                new UnitId(program, "draw"),
                "1.0",
                "",
                FixedPlanner.TEXT,
                FixedPlanner.PNG,
                List.of(program),
                0,
                0,
                1,
                1,
                "cannot open display 4711",
                Optional.of(Problem.of(ErrorCode.PROGRAM_FAILED, "exit code 1")));
    }

    static StepFailure failure(String program) {
        return new StepFailure(
                new UnitId(program, "draw"), Problem.of(ErrorCode.PROGRAM_FAILED, "exit code 1"));
    }
}
