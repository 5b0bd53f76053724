package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementState;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** A short object that waits behind a long one goes to a worker that has nothing to do. */
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@Execution(ExecutionMode.CONCURRENT)
final class HandOverIT {

    /** Far longer than a worker takes to come. */
    private static final int LONG_FILM = 240;

    @TempDir private Path folder;

    @Test
    void whatWaitsBehindALongOneIsDoneByAnother() throws Exception {
        ProteusHome home = new ProteusHome(folder);
        Path longOne = home.folder("long");
        Path shortOne = home.folder("short");
        Samples.film(longOne.resolve("a.avi"), LONG_FILM);
        Samples.film(shortOne.resolve("b.avi"), 1);
        Path none = Files.writeString(home.path("none.yaml"), "workers: {idle: 0, max: 0}\n");
        try (RunningService service = RunningService.start(home, "--config", none.toString());
                ProteusProcess first = worker(home, service, "first")) {
            JobView runs = service.submit(longOne, "webm", home.folder("out"));
            await().atMost(RunningService.LONG).until(() -> first.runs("libvpx-vp9"));
            JobView waits = service.submit(shortOne, "webm", home.folder("out"));
            await().atMost(RunningService.LONG)
                    .until(() -> service.get("workers").at("/0/tasks").size() == 2);
            try (ProteusProcess second = worker(home, service, "second")) {
                assertThat(service.awaitEnd(waits.id()).allDone()).isTrue();
                List<AttemptView> attempts = service.elements(waits.id()).getFirst().attempts();
                assertThat(attempts)
                        .extracting(AttemptView::worker, AttemptView::outcome)
                        .containsExactly(tuple("first", "released"), tuple("second", "done"));
                assertThat(attempts.getFirst().problem().orElseThrow().text())
                        .contains("others had nothing to do");
                assertThat(second.isAlive()).isTrue();
            }
            assertThat(service.elements(runs.id()).getFirst().attempts())
                    .extracting(AttemptView::outcome)
                    .containsExactly("running");
            Outcome cancelled = home.run("jobs", "cancel", runs.id(), "--server", address(service));
            assertThat(cancelled.exit()).as(cancelled.all()).isZero();
            assertThat(service.awaitEnd(runs.id()).count(ElementState.CANCELLED)).isEqualTo(1);
        }
    }

    private static String address(RunningService service) {
        return service.address().toString();
    }

    private static ProteusProcess worker(ProteusHome home, RunningService service, String id) {
        return home.start(
                "worker",
                "--coordinator",
                address(service),
                "--root",
                "home=" + home.path(""),
                "--token-file",
                home.path("service/worker.token").toString(),
                "--id",
                id,
                "--slots",
                "1");
    }
}
