package org.proteus.programs.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.programs.Command;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;
import org.proteus.programs.ProgramContract;
import org.proteus.programs.ProgramSample;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.trial.Judge;
import org.proteus.programs.trial.Objects;

@NeedsTool(
        command = "ffmpeg",
        apt = "ffmpeg",
        versionArguments = "-version",
        says = "ffmpeg version")
class FFmpegTest extends ProgramContract {

    @Override
    protected Program program() {
        return new FFmpeg();
    }

    @Override
    protected boolean triesEveryUnit() {
        return false;
    }

    @Override
    protected List<ProgramSample> samples() throws IOException {
        List<ProgramSample> samples = new ArrayList<>(several());
        samples.addAll(
                List.of(
                        sample("flv-to-mp4", "video/x-flv", "video/mp4; width=101; fps=5")
                                .with(Map.of("quality", "20")),
                        sample("avi-to-png", "video/x-msvideo", "image/png; height=40")
                                .with(Map.of("at", "0.5")),
                        sample("flv-to-gif", "video/x-flv", "image/gif; width=50"),
                        sample("flv-to-mp3", "video/x-flv", "audio/mpeg")
                                .with(Map.of("bitrate", "64k")),
                        sample("wav-to-flac", "audio/vnd.wave", "audio/x-flac")));
        return samples;
    }

    /** A sample of every unit with several sources; the sounds take turns. */
    private List<ProgramSample> several() throws IOException {
        List<String> sounds = List.of("audio/vnd.wave", "audio/x-flac", "audio/mpeg", "audio/ogg");
        List<ProgramSample> samples = new ArrayList<>();
        for (TransformationUnit unit :
                ProgramDocuments.read(program().documents().getFirst()).units()) {
            if (unit.sources().size() > 1) {
                List<String> types =
                        unit.sources().stream().map(s -> s.mediaType().mediaType()).toList();
                ProgramSample sample =
                        sample(unit.id(), types.getFirst(), unit.target().mediaType().mediaType());
                for (String type : types.subList(1, types.size())) {
                    String one = type.equals("audio/*") ? sounds.get(samples.size() % 4) : type;
                    sample = sample.and(object(one), one);
                }
                samples.add(
                        unit.parameter("sample-rate").isEmpty()
                                ? sample
                                : sample.with(
                                        Map.of("audio-bitrate", "64k", "sample-rate", "22050")));
            }
        }
        return samples;
    }

    @Override
    protected List<ProgramSample> refused() throws IOException {
        ProgramSample good = sample("flv-to-mp4", "video/x-flv", "video/mp4");
        ProgramSample muxed =
                sample("mp4-with-sound-to-mp4", "video/mp4", "video/mp4")
                        .and(object("audio/vnd.wave"), "audio/vnd.wave");
        return List.of(
                muxed.with(Map.of("audio-bitrate", "1k -i /etc/passwd")),
                muxed.with(Map.of("sample-rate", "7")),
                good.with(Map.of("quality", "0")),
                good.with(Map.of("bitrate", "800")),
                good.with(Map.of("bitrate", "1k -i /etc/passwd")),
                sample("flv-to-mp4", "video/x-flv", "video/mp4; fps=1000"),
                sample("flv-to-mp4", "video/x-flv", "video/mp4; width=\"iw*2\""));
    }

    @Override
    protected void check(ProgramSample sample, Path output) throws Exception {
        assertThat(Judge.says(output, sample.target())).isEmpty();
        if (sample.inputs().size() > 1) {
            boolean sound = sample.unit().contains("sound");
            boolean subtitles = sample.unit().contains("subtitles");
            assertThat(Boxes.tracks(output))
                    .as("tracks by the bytes of the container")
                    .isEqualTo(new Boxes.Tracks(1, 1, subtitles ? 1 : 0));
            assertThat(Files.size(output)).isGreaterThan(sound ? 5_000 : 1_000);
        }
    }

    @Test
    void tellsProgressInMilliseconds() {
        FFmpegProgress progress = new FFmpegProgress(true);

        assertThat(progress.apply("  Duration: 01:02:03.45, start: 0.0, bitrate: 1 kb/s"))
                .isEmpty();
        assertThat(progress.apply("frame=12")).isEmpty();
        assertThat(progress.apply("out_time_us=N/A")).isEmpty();
        assertThat(progress.apply("out_time_us=1500000"))
                .contains(new Command.Step(1_500, 3_723_450, "ms"));
    }

    @Test
    void aPictureTakesNoLongerBecauseTheVideoDoes() {
        FFmpegProgress progress = new FFmpegProgress(false);

        assertThat(progress.apply("  Duration: 01:02:03.45, start: 0.0, bitrate: 1 kb/s"))
                .isEmpty();
        assertThat(progress.apply("out_time_us=40000")).contains(new Command.Step(40, 0, "ms"));
    }

    @Test
    void tellsHowLongItsInputLasts() throws Exception {
        List<Long> totals = new CopyOnWriteArrayList<>();
        try (ProgramBench bench = new ProgramBench(program(), folder)) {
            ProgramSample sample = sample("flv-to-mp3", "video/x-flv", "audio/mpeg");
            ProgressListener listener = (done, total, measure) -> totals.add(total);
            assertThat(bench.run(sample, listener).result().succeeded()).isTrue();
        }
        assertThat(totals.getLast()).isBetween(1_000L, 1_300L);
    }

    private Path object(String type) throws IOException {
        return new Objects(folder).of(type);
    }

    private ProgramSample sample(String unit, String source, String target) throws IOException {
        return ProgramSample.of(unit, new Objects(folder).of(source), source, target);
    }
}
