package org.proteus.coordinator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.PlanRules;
import org.proteus.foundation.model.protocol.Lease;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.Release;

class InstantTest extends CoordinatorSuite {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    CoordinatorSettings database(CoordinatorSettings settings) {
        return settings.withInstant(new InstantLimits(2, 200_000, Duration.ofMinutes(1)));
    }

    @BeforeEach
    @AfterEach
    void noJobIsEverStored() {
        assertThat(coordinator.jobs().list(Optional.empty(), 1).items()).isEmpty();
    }

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    private Future<InstantTransforms.Result> transform(String text) {
        InstantTransforms.Request request =
                new InstantTransforms.Request(
                        "a.txt",
                        Optional.empty(),
                        "png",
                        Map.of(),
                        PlanRules.NONE,
                        Bytes.of(text.getBytes(UTF_8)));
        return callers.submit(() -> coordinator.instant().transform(request));
    }

    private static ErrorCode code(Future<?> failed) throws InterruptedException {
        try {
            failed.get();
            throw new AssertionError("it did not fail");
        } catch (ExecutionException failure) {
            return ((ProteusException) failure.getCause()).problem().code();
        }
    }

    @Test
    void answersBeforeBatchWork() throws Exception {
        FakeWorker worker = worker("w1");
        Future<InstantTransforms.Result> result = transform("text");
        Lease lease = worker.one();
        assertThat(worker.heartbeat(lease).lost()).isEmpty();
        worker.work(lease, FixedPlanner.TEXT);

        assertThat(new String(result.get().content().array(), UTF_8)).isEqualTo("done: text");
        assertThat(result.get().type()).isEqualTo(FixedPlanner.PNG);
    }

    @Test
    void takesTheLargeOnesThroughTheExchange() throws Exception {
        FakeWorker worker = worker("w1");
        Future<InstantTransforms.Result> result = transform("x".repeat(150_000));
        Lease lease = worker.one();
        byte[] object = worker.fetch(lease);
        coordinator.exchange().put(lease.key(), Bytes.of(object).open());
        PlanReply.Run run = (PlanReply.Run) worker.plan(lease, FixedPlanner.TEXT);
        assertThat(worker.commit(lease, run, "", object.length)).isTrue();

        assertThat(result.get().content().size()).isEqualTo(150_000);
    }

    @Test
    void saysWhenEveryPlaceIsTakenOrTheObjectIsTooLarge() throws Exception {
        FakeWorker worker = worker("w1");
        Future<InstantTransforms.Result> first = transform("1");
        Future<InstantTransforms.Result> second = transform("2");
        Lease one = worker.one();
        Lease two = worker.one();

        assertThat(code(transform("3"))).isEqualTo(ErrorCode.BUSY);
        assertThat(code(transform("x".repeat(200_001)))).isEqualTo(ErrorCode.TOO_LARGE);
        worker.work(one, FixedPlanner.TEXT);
        worker.work(two, FixedPlanner.TEXT);
        assertThat(first.get()).isNotNull();
        assertThat(second.get()).isNotNull();
    }

    @Test
    void runsOnceMoreWhenTheWorkerIsLost() throws Exception {
        FakeWorker first = worker("w1");
        Future<InstantTransforms.Result> result = transform("text");
        Lease lost = first.one();
        coordinator.queue().deregister("w1");
        FakeWorker second = worker("w2");
        Lease again = second.one();
        assertThat(first.plan(lost, FixedPlanner.TEXT)).isInstanceOf(PlanReply.Stale.class);
        second.work(again, FixedPlanner.TEXT);
        assertThat(result.get().content().size()).isPositive();

        Future<InstantTransforms.Result> killer = transform("text");
        second.one();
        coordinator.queue().deregister("w2");
        worker("w3").one();
        coordinator.queue().deregister("w3");
        assertThat(code(killer)).isEqualTo(ErrorCode.KILLS_WORKER);
    }

    @Test
    void passesOnWhyItFailed() throws Exception {
        FakeWorker worker = worker("w1");
        Future<InstantTransforms.Result> result = transform("text");
        worker.release(worker.one(), Release.Outcome.REFUSED, ErrorCode.ENCRYPTED_OBJECT);

        assertThat(code(result)).isEqualTo(ErrorCode.ENCRYPTED_OBJECT);
        assertThatThrownBy(() ->
                        coordinator
                                .instant()
                                .transform(
                                        new InstantTransforms.Request(
                                                "",
                                                Optional.empty(),
                                                "no/such-type-at-all",
                                                Map.of(),
                                                PlanRules.NONE,
                                                Bytes.of(new byte[1]))))
                .isInstanceOf(ProteusException.class);
    }
}
