package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.cli.measure.Commands.Decoder;

/** Reads sound and compares it. Thread-safe. */
final class Sounds {

    private static final int RATE = 44_100;
    private static final String SECONDS = "20";

    /** Codecs put up to so many samples in front. */
    private static final int MOST_SHIFT = 4_000;

    private static final int WINDOW = 1024;

    private final Commands commands;

    /** Sound as read. */
    static final class Read {

        private final float[] left;
        private final float[] right;
        private final int channels;

        private Read(float[] left, float[] right, int channels) {
            this.left = left;
            this.right = right;
            this.channels = channels;
        }

        double seconds() {
            return (double) left.length / RATE;
        }
    }

    Sounds(Commands commands) {
        this.commands = commands;
    }

    /** Returns the first sound in a file; absent when there is none. */
    Optional<Read> read(Path file, Path folder) throws IOException, InterruptedException {
        Optional<Integer> channels =
                commands.run(
                                Decoder.FFPROBE,
                                folder,
                                "-v",
                                "error",
                                "-select_streams",
                                "a:0",
                                "-show_entries",
                                "stream=channels",
                                "-of",
                                "csv=p=0",
                                file.toString())
                        .flatMap(lines -> lines.stream().filter(l -> l.matches("\\d+")).findFirst())
                        .map(Integer::valueOf);
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        return commands.output(
                        Decoder.FFMPEG,
                        folder,
                        "sound.raw",
                        ("-nostdin -v error -y -i " + file + " -map 0:a:0 -vn -t " + SECONDS)
                                .concat(" -ac 2 -ar " + RATE + " -f s16le sound.raw")
                                .split(" "))
                .map(bytes -> samples(bytes, channels.get()));
    }

    private static Read samples(byte[] bytes, int channels) {
        ByteBuffer samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = bytes.length / (2 * Short.BYTES);
        float[] left = new float[count];
        float[] right = new float[count];
        for (int i = 0; i < count; i++) {
            left[i] = samples.getShort() / 32_768f;
            right[i] = samples.getShort() / 32_768f;
        }
        return new Read(left, right, channels);
    }

    /** Returns how much of a sound another one keeps: its length, its wave, its spectrum. */
    static double keeps(Read original, Read result) {
        if (original.left.length == 0) {
            return 1;
        }
        int shift = shift(original.left, result.left);
        double wave =
                (correlation(original.left, result.left, shift, 0, original.left.length)
                                + correlation(
                                        original.right,
                                        result.right,
                                        shift,
                                        0,
                                        original.left.length))
                        / 2;
        double bands =
                (Spectrum.likeness(original.left, result.left, shift, WINDOW)
                                + Spectrum.likeness(original.right, result.right, shift, WINDOW))
                        / 2;
        double length = Share.ratio(original.seconds(), result.seconds());
        // A codec pads to whole frames: a tenth of a second more or less is no loss.
        boolean padded = Math.abs(original.seconds() - result.seconds()) < 0.1;
        double channels = Math.min(1, (double) result.channels / original.channels);
        return (padded ? 1 : length)
                * new Share().add(0.45, wave).add(0.45, bands).add(0.1, channels).mean();
    }

    /** Returns by how many samples the second sound is late. */
    private static int shift(float[] one, float[] other) {
        int best = 0;
        double most = correlation(one, other, 0, 0, RATE * 2);
        for (int coarse = -MOST_SHIFT; coarse <= MOST_SHIFT; coarse++) {
            double found = correlation(one, other, coarse, RATE / 10, RATE / 10 + 4096);
            if (found > most + 1e-6) {
                double whole = correlation(one, other, coarse, 0, RATE * 2);
                if (whole > most) {
                    most = whole;
                    best = coarse;
                }
            }
        }
        return best;
    }

    private static double correlation(float[] one, float[] other, int shift, int from, int to) {
        double aa = 0;
        double bb = 0;
        double ab = 0;
        int begin = Math.max(from, -shift);
        int end = Math.min(to, Math.min(one.length, other.length - shift));
        for (int i = begin; i < end; i++) {
            aa += one[i] * one[i];
            bb += other[i + shift] * other[i + shift];
            ab += one[i] * other[i + shift];
        }
        return aa == 0 || bb == 0 ? (aa == bb ? 1 : 0) : ab / Math.sqrt(aa * bb);
    }
}
