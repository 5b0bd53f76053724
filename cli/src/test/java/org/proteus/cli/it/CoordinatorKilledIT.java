package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** A coordinator that is killed goes on where it was when it is started again. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Isolated("it kills what works")
final class CoordinatorKilledIT {

    private static final int OBJECTS = 24;
    private static final int SIDE = 600;

    @TempDir private Path folder;

    @Test
    void everyObjectArrivesOnceWhenTheCoordinatorIsKilled() throws Exception {
        ProteusHome home = new ProteusHome(folder);
        Path source = Samples.pictures(home.folder("in"), OBJECTS, SIDE);
        Path sink = home.folder("sink");
        List<ProcessHandle> orphans;
        JobView job;
        try (RunningService first = RunningService.start(home, "--workers", "2")) {
            job = first.submit(source, "png", sink);
            first.awaitEnded(job.id(), 3);
            orphans = first.process().workers();
            assertThat(orphans).isNotEmpty();
        }
        try (RunningService second = RunningService.start(home, "--workers", "2")) {
            JobView end = second.awaitEnd(job.id());

            assertThat(end.allDone()).as(end.toString()).isTrue();
            JobInvariants.holdExactlyOnce(second.elements(job.id()), OBJECTS, sink);
            await().atMost(RunningService.LONG)
                    .until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(second.stop().exit()).isZero();
        }
        await().atMost(RunningService.LONG).until(() -> home.processes().isEmpty());
    }
}
