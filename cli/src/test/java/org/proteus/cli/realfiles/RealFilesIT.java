package org.proteus.cli.realfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.testkit.NeedsTool;

/**
 * Real files through the whole system: what becomes of each is what the checked-in table says. The
 * sample runs always, all files with {@code mvn verify -Pslow}.
 *
 * <p>When something is meant to be different, run {@code mvn verify -Pslow -pl cli -am
 * -Dit.test=RealFilesIT}, read what differs, and copy {@code cli/target/real-files.md} to {@code
 * docs}.
 */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@NeedsTool(command = "soffice", apt = "libreoffice")
@Isolated("it uses all processors")
class RealFilesIT {

    private static final Path TABLE = Path.of("..", "docs", "real-files.md");
    private static final Path WRITTEN = Path.of("target", "real-files.md");
    private static final int SAMPLE = 40;

    /** Fixed, so that a sample that fails fails again. */
    private static final long SEED = 20_261_122L;

    private static final int FEWEST_FILES = 250;
    private static final int FEWEST_TYPES = 25;

    @TempDir Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void becomesOfASampleWhatTheTableSays() throws Exception {
        List<String> names = RealFiles.find().names();
        Collections.shuffle(names, new Random(SEED));
        Set<String> sample = new HashSet<>(names.subList(0, SAMPLE));

        Trial trial = new Trial(RealFiles.find(), folder);
        List<Row> rows = trial.run(List.copyOf(sample));

        assertThat(trial.faults()).as("faults of results").isEmpty();
        assertThat(rows)
                .extracting(Row::verdict)
                .containsExactlyInAnyOrderElementsOf(
                        ResultTable.read(TABLE).stream()
                                .filter(row -> sample.contains(row.file()))
                                .map(Row::verdict)
                                .toList());
        requireThatNoneLosesMore(rows);
    }

    @Test
    @Tag("slow")
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void becomesOfEveryFileWhatTheTableSays() throws Exception {
        RealFiles files = RealFiles.find();

        Trial trial = new Trial(files, folder);
        List<Row> rows = trial.run(files.names());
        Files.writeString(WRITTEN, ResultTable.page(rows, origin()));

        assertThat(trial.faults()).as("faults of results").isEmpty();
        assertThat(files.names()).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
        assertThat(rows.stream().map(Row::type).distinct())
                .hasSizeGreaterThanOrEqualTo(FEWEST_TYPES);
        assertThat(rows)
                .extracting(Row::verdict)
                .as("see cli/target/real-files.md")
                .containsExactlyElementsOf(
                        ResultTable.read(TABLE).stream().map(Row::verdict).toList());
        requireThatNoneLosesMore(rows);
    }

    /** Of units that lose alike the quicker is taken, which differs; what is lost must not. */
    private static void requireThatNoneLosesMore(List<Row> rows) throws IOException {
        DeclaredLoss losses = new DeclaredLoss();
        Map<String, String> plans =
                ResultTable.read(TABLE).stream().collect(Collectors.toMap(Row::key, Row::plan));
        assertThat(rows)
                .filteredOn(Row::isDone)
                .allSatisfy(row ->
                        assertThat(losses.worst(row.plan()))
                                .as(
                                        "%s goes by %s, in the table by %s",
                                        row.file(), row.plan(), plans.get(row.key()))
                                .isEqualTo(losses.worst(plans.get(row.key()))));
    }

    private static String origin() throws IOException {
        return "`mvn verify -Pslow -pl cli -am -Dit.test=RealFilesIT`, %s, commit %s, %s"
                .formatted(LocalDate.now(ZoneOffset.UTC), Machine.commit(), Machine.description());
    }
}
