package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.proteus.programs.Tool;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.ProcessLimits;
import org.proteus.programs.process.ProcessOutcome;
import org.proteus.programs.process.ProcessRequest;
import org.proteus.programs.process.ProcessRunner;

/** Runs the tools with which results are judged. Thread-safe. */
final class Commands implements AutoCloseable {

    /** A tool that decodes; it is asked who it is before its first run. */
    static final class Decoder {

        static final Decoder CONVERT = magick("convert");
        static final Decoder IDENTIFY = magick("identify");
        static final Decoder FFMPEG = new Decoder("ffmpeg", "ffmpeg", "-version", "ffmpeg");
        static final Decoder FFPROBE = new Decoder("ffmpeg", "ffprobe", "-version", "ffprobe");
        static final Decoder PDFTOTEXT = poppler("pdftotext");
        static final Decoder PDFTOPPM = poppler("pdftoppm");
        static final Decoder PDFINFO = poppler("pdfinfo");

        private final Tool tool;

        private Decoder(String debianPackage, String name, String version, String says) {
            this.tool =
                    new Tool(
                            debianPackage,
                            List.of(name),
                            List.of(version),
                            Pattern.compile(says + " (?:version )?\\S+"));
        }

        private static Decoder magick(String name) {
            return new Decoder("imagemagick", name, "-version", "ImageMagick");
        }

        private static Decoder poppler(String name) {
            return new Decoder("poppler-utils", name, "-v", name);
        }
    }

    private static final long MEGABYTE = 1 << 20;
    private static final ProcessLimits LIMITS =
            new ProcessLimits(
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(1),
                    0,
                    2048 * MEGABYTE,
                    2048 * MEGABYTE);

    private final Launcher launcher = new Launcher();
    private final ProcessRunner runner = new ProcessRunner(launcher);

    /**
     * Runs a tool in a folder; absent when it failed.
     *
     * @return what it said, line by line
     * @throws org.proteus.foundation.model.ProteusException with {@code NO_WORKER} if it is missing
     */
    Optional<List<String>> run(Decoder decoder, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(decoder.tool.executable().toString());
        command.addAll(List.of(arguments));
        List<String> lines = new CopyOnWriteArrayList<>();
        ProcessOutcome outcome =
                runner.run(
                        new ProcessRequest(
                                command,
                                Map.of("MAGICK_TEMPORARY_PATH", folder.toString()),
                                folder,
                                List.of(),
                                LIMITS),
                        line -> {
                            lines.add(line);
                            return false;
                        });
        return outcome.succeeded() ? Optional.of(lines) : Optional.empty();
    }

    /** Runs a tool that writes one file into the folder; absent when it does not. */
    Optional<byte[]> output(Decoder decoder, Path folder, String file, String... arguments)
            throws IOException, InterruptedException {
        Path written = folder.resolve(file);
        Files.deleteIfExists(written);
        boolean ended = run(decoder, folder, arguments).isPresent();
        return ended && Files.exists(written)
                ? Optional.of(Files.readAllBytes(written))
                : Optional.empty();
    }

    @Override
    public void close() {
        launcher.close();
    }
}
