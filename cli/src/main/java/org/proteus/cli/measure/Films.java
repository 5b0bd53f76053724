package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.proteus.cli.measure.Commands.Decoder;

/** Reads moving pictures. Thread-safe. */
final class Films {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    /** Pictures a second that are compared, of the first seconds. */
    private static final int RATE = 5;

    private static final String SECONDS = "8";

    private final Commands commands;
    private final Sounds sounds;

    /**
     * A film as read.
     *
     * @param pictures some of its pictures, small
     * @param frames pictures in the file
     * @param pixels pixels of one of them
     * @param sound its sound
     */
    record Read(List<Raster> pictures, double frames, double pixels, Optional<Sounds.Read> sound) {}

    Films(Commands commands, Sounds sounds) {
        this.commands = commands;
        this.sounds = sounds;
    }

    /** Returns a film; absent when there is no picture in the file. */
    Optional<Read> read(Sample sample, Path folder) throws IOException, InterruptedException {
        Path file = sample.file();
        Optional<double[]> told =
                commands.run(
                                Decoder.FFPROBE,
                                folder,
                                "-v",
                                "error",
                                "-count_frames",
                                "-select_streams",
                                "v:0",
                                "-show_entries",
                                "stream=width,height,nb_read_frames",
                                "-of",
                                "csv=p=0",
                                file.toString())
                        .flatMap(lines ->
                                lines.stream()
                                        .filter(line -> line.matches("\\d+,\\d+,\\d+,?"))
                                        .findFirst())
                        .map(line ->
                                Arrays.stream(line.split(","))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray());
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<Raster>> pictures = pictures(file, folder);
        Optional<Sounds.Read> sound = sounds.read(file, folder);
        double[] size = told.get();
        return pictures.filter(seen -> !seen.isEmpty())
                .map(seen -> new Read(seen, size[2], size[0] * size[1], sound));
    }

    private Optional<List<Raster>> pictures(Path file, Path folder)
            throws IOException, InterruptedException {
        String arguments =
                "-nostdin -v error -y -i %s -map 0:v:0 -an -t %s -vf setpts=PTS-STARTPTS,fps=%d,scale=%d:%d"
                        .formatted(file, SECONDS, RATE, WIDTH, HEIGHT);
        return commands.output(
                        Decoder.FFMPEG,
                        folder,
                        "film.raw",
                        (arguments + " -pix_fmt rgba64le -f rawvideo film.raw").split(" "))
                .map(bytes -> Raster.read(bytes, WIDTH, HEIGHT));
    }

    /** Returns how much of a film another one keeps: what it shows, every picture, its sound. */
    static double keeps(Read original, Read result) {
        double sharp = Math.min(1, Math.sqrt(result.pixels / original.pixels));
        double seen =
                Pictures.frames(
                        original.pictures,
                        original.pictures.size(),
                        result.pictures,
                        result.pictures.size());
        double sound =
                original.sound
                        .flatMap(was -> result.sound.map(is -> Sounds.keeps(was, is)))
                        .orElse(0.0);
        return new Share()
                .add(0.5, seen * sharp)
                .add(0.2, Share.ratio(original.frames, result.frames))
                .addIf(original.sound.isPresent(), 0.3, sound)
                .mean();
    }
}
