package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.proteus.worker.WorkerFixture.key;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.protocol.PlanReply;
import org.proteus.foundation.model.protocol.StepRecord;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.step.InstalledPrograms;
import org.proteus.programs.step.LocalStepRunner;

/** A real image through a real converter. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
class WorkerImageTest {

    private static final ContentType BMP = ContentType.of("image", "bmp");
    private static final ContentType JPEG = ContentType.of("image", "jpeg");

    @TempDir Path folder;

    @Test
    void anImageIsConverted() throws Exception {
        InstalledPrograms programs = InstalledPrograms.find(Optional.empty());
        try (LocalStepRunner steps =
                        new LocalStepRunner(
                                programs, LocalStepRunner.Settings.of(folder.resolve("hosts"), 1));
                WorkerFixture fixture = new WorkerFixture(folder)) {
            Path image = fixture.in.resolve("an image; with $(name)");
            ImageIO.write(image(), "bmp", image.toFile());
            fixture.queue.planner = request -> new PlanReply.Run(plan(programs));
            fixture.queue.offer(fixture.file(1, image.getFileName().toString(), Files.size(image)));
            fixture.start(steps);

            await().until(() -> fixture.queue.published.contains(key(1)));
            assertThat(fixture.queue.planned.getFirst().type()).isEqualTo(BMP);
            File result = fixture.out.resolve("result 1.txt").toFile();
            assertThat(new TypeDetector().detect(result.toPath(), "")).isEqualTo(JPEG);
            assertThat(ImageIO.read(result).getWidth()).isEqualTo(32);
            StepRecord step = fixture.queue.commits.getFirst().record().steps().getFirst();
            assertThat(step.tool()).contains("ImageMagick");
            assertThat(step.succeeded()).isTrue();
        }
    }

    private static BufferedImage image() {
        return new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    }

    private static Plan plan(InstalledPrograms programs) {
        TransformationProgram program =
                programs.documents().stream()
                        .filter(each -> each.id().equals("imagemagick"))
                        .findAny()
                        .orElseThrow();
        PlanStep step =
                new PlanStep(
                        new UnitId("imagemagick", "bmp-to-jpeg"),
                        program.version(),
                        program.checksum(),
                        program.entryClass().orElseThrow(),
                        BMP,
                        List.of(),
                        JPEG,
                        new TreeMap<>(),
                        UnitLimits.NONE,
                        true);
        return new Plan(
                BMP,
                JPEG,
                List.of(step.unit()),
                List.of(step),
                PlanCost.NONE,
                "the only one",
                List.of());
    }
}
