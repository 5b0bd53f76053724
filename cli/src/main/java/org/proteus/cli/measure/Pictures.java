package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.proteus.cli.measure.Commands.Decoder;

/** Reads raster pictures. Thread-safe. */
final class Pictures {

    /** A side that is longer is brought to this length before pictures are compared. */
    private static final int LONGEST = 400;

    private static final int MOST_FRAMES = 12;

    private final Commands commands;

    /**
     * Pictures as read.
     *
     * @param frames the first frames or pages, in the size asked for
     * @param count how many there are
     * @param pixels pixels of the first one as it lies
     * @param depth bits of a sample that say something
     * @param notes what a camera wrote beside it
     */
    record Read(List<Raster> frames, int count, double pixels, int depth, Set<String> notes) {

        /** Returns the first picture alone. */
        Read first() {
            return new Read(frames.subList(0, 1), 1, pixels, depth, notes);
        }
    }

    Pictures(Commands commands) {
        this.commands = commands;
    }

    /** Returns the pictures in a file, in their own size unless that is large. */
    Optional<Read> read(Sample sample, Path folder) throws IOException, InterruptedException {
        return read(sample, folder, Optional.empty());
    }

    /** Returns the pictures in a file in the size of another one. */
    Optional<Read> readLike(Raster other, Sample sample, Path folder)
            throws IOException, InterruptedException {
        return read(sample, folder, Optional.of(other));
    }

    private Optional<Read> read(Sample sample, Path folder, Optional<Raster> like)
            throws IOException, InterruptedException {
        String input = sample.file().toString();
        List<String> told =
                commands.run(Decoder.IDENTIFY, folder, "-format", "size %w %h %z %n\\n", input)
                        .orElse(List.of());
        Optional<String[]> first =
                told.stream()
                        .filter(line -> line.startsWith("size "))
                        .map(line -> line.split(" "))
                        .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        double width = Double.parseDouble(first.get()[1]);
        double height = Double.parseDouble(first.get()[2]);
        int depth = Integer.parseInt(first.get()[3]);
        int count = isOneOfLayers(sample) ? 1 : Integer.parseInt(first.get()[4]);
        Set<String> notes = notes(sample, folder);
        int[] size =
                like.map(other -> new int[] {other.width(), other.height()})
                        .orElseGet(() -> size(width, height, notes));
        return frames(sample, folder, count, size)
                .map(frames -> new Read(frames, count, width * height, depth, notes));
    }

    /**
     * The first picture of a Photoshop file or an icon is the whole, the others are parts of it.
     */
    private static boolean isOneOfLayers(Sample sample) {
        return Set.of("vnd.adobe.photoshop", "vnd.microsoft.icon")
                .contains(sample.type().subtype());
    }

    /** A camera that lay on its side said so; the picture is compared upright. */
    private static int[] size(double width, double height, Set<String> notes) {
        boolean lying = notes.stream().anyMatch(note -> note.matches("exif:Orientation=[5678]"));
        double across = lying ? height : width;
        double down = lying ? width : height;
        double scale = Math.min(1, LONGEST / Math.max(across, down));
        return new int[] {
            (int) Math.max(1, Math.round(across * scale)),
            (int) Math.max(1, Math.round(down * scale))
        };
    }

    private Set<String> notes(Sample sample, Path folder) throws IOException, InterruptedException {
        return commands
                .run(Decoder.IDENTIFY, folder, "-format", "%[EXIF:*]", sample.file() + "[0]")
                .orElse(List.of())
                .stream()
                .filter(line -> line.startsWith("exif:") && !line.contains("thumbnail"))
                .collect(Collectors.toSet());
    }

    private Optional<List<Raster>> frames(Sample sample, Path folder, int count, int[] size)
            throws IOException, InterruptedException {
        String some = count == 1 ? "[0]" : "[0-" + (Math.min(count, MOST_FRAMES) - 1) + "]";
        return commands.output(
                        Decoder.CONVERT,
                        folder,
                        "picture.rgba",
                        sample.file() + some,
                        "-coalesce",
                        "-auto-orient",
                        "-colorspace",
                        "sRGB",
                        "-resize",
                        size[0] + "x" + size[1] + "!",
                        "-alpha",
                        "on",
                        "-depth",
                        "16",
                        "-endian",
                        "LSB",
                        "rgba:" + folder.resolve("picture.rgba"))
                .map(bytes -> Raster.read(bytes, size[0], size[1]))
                .filter(frames -> !frames.isEmpty());
    }

    /** Returns how much of pictures others keep: frames, what they show, depth, notes. */
    static double keeps(Read original, Read result) {
        double seen = frames(original.frames(), original.count(), result.frames(), result.count());
        double sharp = Math.min(1, Math.sqrt(result.pixels() / original.pixels()));
        double depth = Math.min(1, (double) result.depth() / original.depth());
        double notes =
                original.notes().isEmpty()
                        ? 1
                        : (double)
                                        original.notes().stream()
                                                .filter(result.notes()::contains)
                                                .count()
                                / original.notes().size();
        return new Share()
                .add(0.85, seen * sharp)
                .addIf(original.depth() > 8, 0.1, depth)
                .addIf(!original.notes().isEmpty(), 0.05, notes)
                .mean();
    }

    /** Returns how much of a row of pictures another row keeps; what is missing counts as lost. */
    static double frames(List<Raster> one, int ones, List<Raster> other, int others) {
        int both = Math.min(one.size(), other.size());
        double sum = 0;
        for (int i = 0; i < both; i++) {
            sum += Ssim.of(one.get(i), other.get(i));
        }
        return sum / both * Math.min(1, (double) others / ones);
    }
}
