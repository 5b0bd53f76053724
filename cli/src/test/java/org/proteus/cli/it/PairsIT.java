package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;
import org.proteus.foundation.model.job.PartnerView;
import org.proteus.foundation.net.WireJson;
import org.proteus.foundation.testkit.NeedsTool;

/** Films and their sound, put together by real processes. */
@NeedsTool(
        command = "ffmpeg",
        apt = "ffmpeg",
        versionArguments = "-version",
        says = "ffmpeg version")
@NeedsTool(command = "ffprobe", apt = "ffmpeg", versionArguments = "-version")
@Isolated("it kills what works")
final class PairsIT {

    @TempDir private Path folder;

    private ProteusHome home;
    private Path source;
    private Path sink;

    @BeforeEach
    void makeFolders() throws IOException {
        home = new ProteusHome(folder);
        source = home.folder("in");
        sink = home.path("out");
    }

    @Test
    void byPatternWithAPartnerMissing() throws Exception {
        film("a.mp4");
        sound("a.wav");
        film("b.mp4");
        film("sub/c.mp4");
        sound("sub/c.wav");
        sound("d.wav");
        Files.writeString(source.resolve("notes.txt"), "about the films");

        Outcome outcome = transform("--pair", "{name}.mp4,{name}.wav");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.all())
                .contains("REFUSED b.mp4: the source holds no 'b.wav'")
                .contains("REFUSED d.wav: the source holds no 'd.mp4'");
        assertThat(Samples.names(sink)).containsExactlyInAnyOrder("a.mkv", "sub", "sub/c.mkv");
        assertThat(streams(sink.resolve("a.mkv"))).containsExactlyInAnyOrder("h264", "pcm_s16le");
        List<JsonNode> report = report();
        assertThat(line(report, "notes.txt").path("state").asText()).isEqualTo("SKIPPED");
        JsonNode partner = line(report, "a.mp4").path("partners").path(0);
        assertThat(partner.path("name").asText()).isEqualTo("a.wav");
        assertThat(partner.path("typeFound").asText()).isEqualTo("audio/vnd.wave");
        assertThat(partner.path("checksum").asText())
                .isEqualTo(Samples.sha256(source.resolve("a.wav")));

        // What was missing comes; what is done stays done.
        byte[] before = Files.readAllBytes(sink.resolve("a.mkv"));
        sound("b.wav");
        Files.delete(source.resolve("d.wav"));
        Outcome again = transform("--pair", "{name}.mp4,{name}.wav");
        assertThat(again.exit()).as(again.all()).isZero();
        assertThat(streams(sink.resolve("b.mkv"))).containsExactlyInAnyOrder("h264", "pcm_s16le");
        assertThat(sink.resolve("a.mkv")).hasBinaryContent(before);
        assertThat(line(report(), "a.mp4").path("attempts")).hasSize(1);
    }

    @Test
    void threeByPatternWithSubtitles() throws Exception {
        film("a.mp4");
        sound("a.wav");
        Files.writeString(
                source.resolve("a.srt"), "1\n00:00:00,000 --> 00:00:00,900\nProteus speaks\n\n");

        Outcome outcome = transform("--pair", "*.mp4,*.wav,*.srt");

        assertThat(outcome.exit()).as(outcome.all()).isZero();
        assertThat(streams(sink.resolve("a.mkv")))
                .containsExactlyInAnyOrder("h264", "pcm_s16le", "subrip");
    }

    @Test
    void byManifestWithBrokenLines() throws Exception {
        film("one.mp4");
        film("two.mp4");
        sound("voice over.wav");
        Files.writeString(
                source.resolve("films.csv"),
                """
                # who belongs to whom
                input,input,output
                one.mp4,"voice over.wav",the film
                two.mp4,/etc/passwd,
                ../../two.mp4,"voice over.wav",
                two.mp4,http://127.0.0.1:1/x.wav,
                two.mp4,"voice over.wav
                two.mp4,gone.wav,
                """);

        Outcome outcome = transform("--pair-manifest", "films.csv");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.all())
                .contains("line 4 of 'films.csv': '/etc/passwd' leads out of the source")
                .contains("line 5 of 'films.csv': '../../two.mp4' leads out of the source")
                .contains("line 6 of 'films.csv': 'http://127.0.0.1:1/x.wav' is an address")
                .contains("line 7 of 'films.csv': the quote of field 2 is not closed")
                .contains("line 8 of 'films.csv': the source holds no 'gone.wav'");
        assertThat(Samples.names(sink)).containsExactly("the film.mkv");
    }

    @Test
    void byOrder() throws Exception {
        film("01.mp4");
        sound("02.wav");
        film("03.mp4");

        Outcome outcome = transform("--pair-order", "2");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.all())
                .contains("REFUSED 03.mp4: the last group of its folder has 1 of 2 objects");
        assertThat(Samples.names(sink)).containsExactly("01.mkv");
    }

    @Test
    void garbageAsManifestAndWrongPatternsAreTold() throws Exception {
        byte[] garbage = new byte[200_000];
        new Random(1).nextBytes(garbage);
        Files.write(source.resolve("films.csv"), garbage);

        Outcome binary = transform("--pair-manifest", "films.csv");
        assertThat(binary.exit()).isEqualTo(1);
        assertThat(binary.all())
                .contains("of the manifest 'films.csv' is not UTF-8 text")
                .doesNotContain("Exception");

        Outcome wrong = transform("--pair", "{a}.mp4,{b}.wav");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.all()).contains("'{b}.wav' has a placeholder that the first one");
        Outcome two = transform("--pair-order", "2", "--pair", "*.a,*.b");
        assertThat(two.exit()).isEqualTo(2);
        assertThat(two.all()).contains("exclude each other");
        Outcome one = transform("--pair-order", "1");
        assertThat(one.exit()).isEqualTo(2);
    }

    @Test
    void aPartnerThatNothingTakesIsRefusedWithTheReason() throws Exception {
        film("a.mp4");
        Files.writeString(source.resolve("a.txt"), "a text is no sound");

        Outcome outcome = transform("--pair", "*.mp4,*.txt");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(3);
        assertThat(outcome.all())
                .contains("no way from video/mp4 to video/x-matroska takes the object together")
                .contains("text/plain");
    }

    @Test
    void eachResultExactlyOnceWhenWorkersAreKilled() throws Exception {
        int count = 24;
        film("00.mp4");
        sound("00.wav");
        for (int i = 1; i < count; i++) {
            Files.copy(source.resolve("00.mp4"), source.resolve("%02d.mp4".formatted(i)));
            Files.copy(source.resolve("00.wav"), source.resolve("%02d.wav".formatted(i)));
        }
        try (RunningService service = RunningService.start(home, "--workers", "2")) {
            JobView job =
                    service.submit(
                            JobRequest.of(
                                            source.toUri().toString(),
                                            "mp4",
                                            home.folder("out").toUri().toString())
                                    .withPairing(Optional.of(patterns("{n}.mp4", "{n}.wav"))));
            int kills = 0;
            for (int ended = 1; kills < 3 && ended < count - 4; ended += 5) {
                service.awaitEnded(job.id(), ended);
                kills += killOneThatWorks(service) ? 1 : 0;
            }
            JobView end = service.awaitEnd(job.id());

            assertThat(kills).isGreaterThanOrEqualTo(1);
            assertThat(end.allDone()).as(end.toString()).isTrue();
            List<ElementView> elements = service.elements(job.id());
            JobInvariants.holdExactlyOnce(elements, count, sink);
            assertThat(JobInvariants.attempts(elements, "failed")).isEmpty();
            assertThat(elements)
                    .allSatisfy(element -> {
                        PartnerView partner = element.partners().getFirst();
                        assertThat(partner.name())
                                .isEqualTo(element.name().replace(".mp4", ".wav"));
                        assertThat(partner.checksum())
                                .isEqualTo(Samples.sha256(source.resolve(partner.name())));
                    });
            assertThat(streams(sink.resolve("07.mp4"))).containsExactlyInAnyOrder("h264", "aac");
            assertThat(service.stop().exit()).isZero();
        }
        assertThat(home.processes()).isEmpty();
    }

    private static boolean killOneThatWorks(RunningService service) {
        await().atMost(RunningService.LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !service.process().workers().isEmpty());
        List<String> busy =
                service.get("workers")
                        .valueStream()
                        .filter(worker -> !worker.path("tasks").isEmpty())
                        .map(worker -> worker.path("id").asText())
                        .toList();
        Optional<ProcessHandle> chosen =
                service.process().workers().stream()
                        .filter(w ->
                                busy.stream().anyMatch(id -> ProteusProcess.hasArgument(w, id)))
                        .findFirst();
        chosen.ifPresent(worker -> {
            worker.destroyForcibly();
            worker.onExit().join();
        });
        return chosen.isPresent();
    }

    private static Pairing patterns(String... patterns) {
        return new Pairing.ByPattern(Stream.of(patterns).map(NamePattern::parse).toList());
    }

    private Outcome transform(String... pairing) {
        List<String> arguments = new ArrayList<>(List.of("transform", "--from", source.toString()));
        arguments.addAll(List.of("--to", "mkv", "--into", sink.toString()));
        arguments.addAll(List.of("--report", home.path("report.jsonl").toString()));
        arguments.addAll(List.of(pairing));
        return home.run(arguments.toArray(String[]::new));
    }

    private List<JsonNode> report() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(home.path("report.jsonl"))) {
            lines.add(WireJson.mapper().readTree(line));
        }
        return lines;
    }

    private static JsonNode line(List<JsonNode> report, String name) {
        return report.stream()
                .filter(line -> line.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A second of picture with a tone of its own, which the sound of the group replaces. */
    private void film(String name) throws Exception {
        ffmpeg(
                "-f lavfi -i testsrc=s=128x96:r=12:d=1 -f lavfi -i sine=d=1 -c:v libx264"
                        + " -pix_fmt yuv420p -c:a aac -f mp4",
                name);
    }

    private void sound(String name) throws Exception {
        ffmpeg("-f lavfi -i sine=frequency=880:duration=1 -c:a pcm_s16le -f wav", name);
    }

    private void ffmpeg(String arguments, String name) throws Exception {
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-y", "-v", "error"));
        command.addAll(List.of(arguments.split(" ", -1)));
        command.add(file.toString());
        run(command);
    }

    private static List<String> streams(Path file) throws Exception {
        String command = "ffprobe -v error -show_entries stream=codec_name -of csv=p=0";
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.add(file.toString());
        return run(words).lines().toList();
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
