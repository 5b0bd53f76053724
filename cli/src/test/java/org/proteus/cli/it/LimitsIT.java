package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.testkit.NeedsTool;

/** A source that takes one task at a time, and workers that could do more. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@Execution(ExecutionMode.CONCURRENT)
final class LimitsIT {

    private static final int OBJECTS = 8;

    @TempDir private Path folder;

    @Test
    void neverTwoTasksAtOnceReadFromALimitedPlace() throws Exception {
        ProteusHome home = new ProteusHome(folder);
        Path source = Samples.pictures(home.folder("in"), OBJECTS, 600);
        Path sink = home.folder("sink");
        Path settings = home.path("settings.yaml");
        Files.writeString(
                settings,
                """
                limits:
                  places:
                    "%s": 1
                """
                        .formatted(source.toUri()));
        try (RunningService service =
                RunningService.start(home, "--workers", "2", "--config", settings.toString())) {
            JobView job = service.submit(source, "png", sink);

            assertThat(service.awaitEnd(job.id()).allDone()).isTrue();
            List<ElementView> elements = service.elements(job.id());
            JobInvariants.holdExactlyOnce(elements, OBJECTS, sink);
            List<AttemptView> inTurn =
                    elements.stream()
                            .flatMap(element -> element.attempts().stream())
                            .sorted(Comparator.comparing(AttemptView::started))
                            .toList();
            for (int i = 1; i < inTurn.size(); i++) {
                assertThat(inTurn.get(i).started())
                        .isAfterOrEqualTo(inTurn.get(i - 1).ended().orElseThrow());
            }
        }
    }
}
