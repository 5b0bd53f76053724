package org.proteus.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.testkit.NeedsTool;
import org.proteus.library.Knowledge;
import org.proteus.programs.step.LocalStepRunner;

/** What is lost counts, what is kept does not, and more loss counts more. */
@NeedsTool(
        command = "convert",
        apt = "imagemagick",
        versionArguments = "-version",
        says = "Version: ImageMagick")
@NeedsTool(command = "ffmpeg", apt = "ffmpeg", versionArguments = "-version")
@NeedsTool(command = "pdftotext", apt = "poppler-utils", versionArguments = "-v")
class JudgeTest {

    private static final String PHOTO = "-seed 3 -size 200x150 plasma:fractal -blur 0x1 -depth 8 ";
    private static final String TONE =
            "-f lavfi -i aevalsrc=0.4*sin(500*t*(1+t))+0.1*random(0)|0.3*sin(900*t):s=44100 -t 3 ";

    @TempDir private Path folder;

    private Knowledge knowledge;
    private LocalStepRunner runner;
    private Judge judge;

    @BeforeEach
    void open() {
        knowledge = Knowledge.load(Optional.empty());
        runner = new LocalStepRunner(knowledge.installed(), LocalStepRunner.Settings.of(folder, 1));
        judge = new Judge(new Workshop(knowledge, runner), folder);
    }

    @AfterEach
    void close() {
        judge.close();
        runner.close();
        knowledge.close();
    }

    @Test
    void findsNothingLostInTheSamePixels() throws Exception {
        Sample photo = picture(PHOTO, "photo.png");
        assertThat(keeps(photo, picture("photo.png", "same.tif"))).isCloseTo(1, within(1e-6));
    }

    @Test
    void countsQuality() throws Exception {
        Sample photo = picture(PHOTO, "photo.png");
        double good = keeps(photo, picture("photo.png -quality 95", "good.jpg"));
        double poor = keeps(photo, picture("photo.png -quality 5", "poor.jpg"));
        double small = keeps(photo, picture("photo.png -resize 25%", "small.png"));

        assertThat(good).isBetween(0.97, 0.9999);
        assertThat(poor).isLessThan(good - 0.05);
        assertThat(small).isLessThan(0.5);
    }

    @Test
    void comesToWhatFfmpegComesTo() throws Exception {
        picture(PHOTO + "-colorspace gray -depth 8", "one.png");
        picture("one.png -quality 20", "two.jpg");
        Process process =
                new ProcessBuilder(
                                "/usr/bin/ffmpeg -nostdin -i one.png -i two.jpg -lavfi [0:v]format=gray[a];[1:v]format=gray[b];[a][b]ssim -f null -"
                                        .split(" "))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher all = Pattern.compile("SSIM Y:([0-9.]+)").matcher(said);
        assertThat(all.find()).as(said).isTrue();

        Pictures pictures = new Pictures(new Commands());
        Raster one = pictures.read(sample("one.png"), folder).orElseThrow().frames().getFirst();
        Raster two = pictures.read(sample("two.jpg"), folder).orElseThrow().frames().getFirst();
        double brightness = (Ssim.of(one, two) - 0.3) / 0.7;
        assertThat(brightness).isCloseTo(Double.parseDouble(all.group(1)), within(0.02));
    }

    @Test
    void countsOpacityAndDepth() throws Exception {
        Sample sheer = picture(PHOTO + "-alpha set -channel A -fx i/w -depth 8", "sheer.png");
        Sample deep = picture(PHOTO.replace("-depth 8", "-depth 16"), "deep.png");

        assertThat(keeps(sheer, picture("sheer.png", "kept.png"))).isCloseTo(1, within(1e-6));
        assertThat(keeps(sheer, picture("sheer.png -background white -flatten", "flat.png")))
                .isLessThan(0.9);
        assertThat(keeps(deep, picture("deep.png", "deep.tif"))).isCloseTo(1, within(1e-6));
        assertThat(keeps(deep, picture("deep.png -depth 8", "flat8.png"))).isLessThan(0.96);
    }

    @Test
    void countsFramesThatAreGone() throws Exception {
        Sample moving = picture(PHOTO + "( +clone -flop ) ( +clone -flip )", "moving.gif");

        assertThat(keeps(moving, picture("moving.gif", "all.gif"))).isCloseTo(1, within(1e-3));
        assertThat(keeps(moving, picture("moving.gif[0]", "first.gif"))).isLessThan(0.4);
        assertThat(keeps(moving, picture("moving.gif[0]", "still.png"))).isCloseTo(1, within(1e-3));
    }

    @Test
    void seesPicturesOnPages() throws Exception {
        Sample sheer = picture(PHOTO + "-alpha set -channel A -fx i/w", "sheer.png");
        Workshop workshop = new Workshop(knowledge, runner);
        Sample page =
                workshop.convert(
                                sheer,
                                ContentType.of("application", "pdf"),
                                "image-pages",
                                Files.createDirectory(folder.resolve("page")))
                        .orElseThrow();

        assertThat(keeps(sheer, page)).isGreaterThan(0.97);
        assertThat(keeps(picture(PHOTO + "-flop", "other.png"), page)).isLessThan(0.7);
    }

    @Test
    void countsSoundThatIsGone() throws Exception {
        Sample tone = sound(TONE, "tone.wav");
        double exact = keeps(tone, sound("-i tone.wav", "same.flac"));
        double good = keeps(tone, sound("-i tone.wav -b:a 192k", "good.mp3"));
        double poor = keeps(tone, sound("-i tone.wav -b:a 24k -ar 16000", "poor.mp3"));
        double mono = keeps(tone, sound("-i tone.wav -ac 1", "mono.wav"));
        double cut = keeps(tone, sound("-i tone.wav -t 1", "cut.wav"));

        assertThat(exact).isCloseTo(1, within(1e-6));
        assertThat(good).isBetween(0.95, 0.9999);
        assertThat(poor).isLessThan(good - 0.05);
        assertThat(mono).isLessThan(0.9);
        assertThat(cut).isLessThan(0.5);
    }

    @Test
    void countsFilmSoundAndFrames() throws Exception {
        Sample film =
                sound(
                        "-f lavfi -i testsrc2=s=160x120:r=25:d=2 "
                                + TONE
                                + "-t 2 -c:v ffv1 -c:a flac",
                        "film.mkv");
        double exact = keeps(film, sound("-i film.mkv -c copy", "same.mkv"));
        double silent = keeps(film, sound("-i film.mkv -c:v copy -an", "silent.mkv"));
        double slow = keeps(film, sound("-i film.mkv -r 5 -c:v ffv1 -c:a copy", "slow.mkv"));

        assertThat(exact).isCloseTo(1, within(1e-6));
        assertThat(silent).isCloseTo(0.7, within(0.01));
        assertThat(slow).isLessThan(0.9);
    }

    @Test
    void countsWords() throws Exception {
        Sample text = text("a.txt", "one two three four five six seven eight\n");

        assertThat(keeps(text, text("same.txt", "One two, three\nfour five six seven eight")))
                .isEqualTo(1);
        assertThat(keeps(text, text("half.txt", "one two three four"))).isBetween(0.5, 0.8);
        assertThat(keeps(text, text("order.txt", "eight seven six five four three two one")))
                .isCloseTo(0.5, within(1e-9));
        assertThat(keeps(text, text("none.txt", "something else"))).isZero();
    }

    @Test
    void doesNotCompareWhatCannotBeCompared() throws Exception {
        Sample text = text("a.txt", "one two\n");
        Sample tone = sound(TONE, "tone.wav");

        assertThat(judge.keeps(tone, text)).isEqualTo(OptionalDouble.empty());
        assertThat(judge.keeps(text, tone)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void aResultThatCannotBeReadKeepsNothing() throws Exception {
        Sample photo = picture(PHOTO, "photo.png");
        Path garbage = Files.writeString(folder.resolve("garbage.png"), "no picture");

        assertThat(keeps(photo, new Sample(garbage, photo.type()))).isZero();
    }

    private double keeps(Sample original, Sample result) throws Exception {
        return judge.keeps(original, result).orElseThrow();
    }

    private Sample picture(String how, String name) throws Exception {
        return made("/usr/bin/convert " + how + " " + name, name);
    }

    private Sample sound(String how, String name) throws Exception {
        return made("/usr/bin/ffmpeg -nostdin -v error -y " + how + " " + name, name);
    }

    private Sample made(String command, String name) throws Exception {
        Process process =
                new ProcessBuilder(command.split(" +"))
                        .directory(folder.toFile())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor()).as(command).isZero();
        return sample(name);
    }

    private Sample text(String name, String words) throws Exception {
        Files.writeString(folder.resolve(name), words);
        return new Sample(folder.resolve(name), ContentType.of("text", "plain"));
    }

    private Sample sample(String name) throws Exception {
        Path file = folder.resolve(name);
        return new Sample(file, new TypeDetector().detect(file, name));
    }
}
