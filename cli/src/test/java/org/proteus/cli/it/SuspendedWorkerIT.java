package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** A worker stands still for longer than a lease lasts, and loses nothing. */
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@Isolated("it watches whether work goes on")
final class SuspendedWorkerIT {

    private static final int OBJECTS = 4;

    /** Each takes longer than a heartbeat, so the worker holds some when the order comes. */
    private static final int SECONDS = 10;

    /** Heartbeats come every 2 s here, and a lease lasts three of them. */
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(9);

    @TempDir private Path folder;

    @Test
    void keepsItsTasksAndGoesOn() throws Exception {
        ProteusHome home = new ProteusHome(folder);
        Path source = home.folder("in");
        for (int i = 0; i < OBJECTS; i++) {
            Samples.film(source.resolve("film" + i + ".avi"), SECONDS);
        }
        Path sink = home.folder("sink");
        try (RunningService service = RunningService.start(home, "--workers", "1")) {
            JobView job = service.submit(source, "webm", sink);
            service.awaitEnded(job.id(), 1);
            String worker = worker(service).path("id").asText();
            Outcome stranger =
                    home.run(
                            "workers", "suspend", worker, "--server", service.address().toString());
            assertThat(stranger.exit()).as(stranger.all()).isEqualTo(2);

            order(home, service, "suspend", worker);
            await().atMost(RunningService.LONG).until(() -> standsStill(service, job.id()));
            assertThat(service.job(job.id()).endedElements()).isLessThan(OBJECTS);
            assertThat(worker(service).path("suspended").asBoolean()).isTrue();
            assertThat(worker(service).path("tasks")).isNotEmpty();

            order(home, service, "resume", worker);
            assertThat(service.awaitEnd(job.id()).allDone()).isTrue();
            List<ElementView> elements = service.elements(job.id());
            JobInvariants.holdExactlyOnce(elements, OBJECTS, sink);
            assertThat(JobInvariants.attempts(elements, "lost")).isEmpty();
            assertThat(JobInvariants.attempts(elements, "failed")).isEmpty();
            assertThat(service.stop().exit()).isZero();
        }
    }

    private static JsonNode worker(RunningService service) {
        return service.get("workers").get(0);
    }

    private static boolean standsStill(RunningService service, String job)
            throws InterruptedException {
        long before = service.job(job).endedElements();
        Thread.sleep(LONGER_THAN_A_LEASE);
        return service.job(job).endedElements() == before;
    }

    private static void order(
            ProteusHome home, RunningService service, String order, String worker) {
        Outcome given =
                home.run(
                        "workers",
                        order,
                        worker,
                        "--server",
                        service.address().toString(),
                        "--token-file",
                        home.path("service/operator.token").toString());
        assertThat(given.exit()).as(given.all()).isZero();
    }
}
