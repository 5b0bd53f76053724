package org.proteus.cli.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Objects to transform, and what stands in a folder. */
final class Samples {

    private Samples() {}

    /** Writes a picture of noise, three bytes a pixel and a short head. */
    static Path picture(Path file, int side, long seed) throws IOException {
        byte[] head = "P6 %d %d 255\n".formatted(side, side).getBytes(StandardCharsets.US_ASCII);
        byte[] pixels = new byte[3 * side * side];
        new Random(seed).nextBytes(pixels);
        byte[] all = new byte[head.length + pixels.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(pixels, 0, all, head.length, pixels.length);
        return Files.write(file, all);
    }

    /** Writes pictures {@code p00.ppm}, {@code p01.ppm} and so on. */
    static Path pictures(Path folder, int count, int side) throws IOException {
        for (int i = 0; i < count; i++) {
            picture(folder.resolve("p%02d.ppm".formatted(i)), side, i);
        }
        return folder;
    }

    /** Makes a film that takes long to be turned into {@code webm}: far longer than it lasts. */
    static Path film(Path file, int seconds) throws Exception {
        Process made =
                new ProcessBuilder(
                                ("ffmpeg -nostdin -v error -f lavfi -i testsrc2=s=640x360:r=25:d="
                                                + seconds
                                                + " -c:v mpeg4 -q 5 "
                                                + file)
                                        .split(" ", -1))
                        .inheritIO()
                        .start();
        if (made.waitFor() != 0) {
            throw new AssertionError("no film was made");
        }
        return file;
    }

    /** Returns the names of everything below a folder, hidden things included. */
    static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !file.equals(folder))
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
