package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Objects made by the tools, of types of which there are few real files. Two makers of different
 * seeds make nothing alike.
 */
final class MadeSamples {

    private static final List<String> PICTURES =
            List.of(
                    "png", "jpg", "gif", "tif", "bmp", "webp", "ppm", "pgm", "pbm", "pnm", "ico",
                    "pcx", "jp2", "avif", "psd");

    private static final Map<String, String> FILMS =
            Map.ofEntries(
                    Map.entry("avi", "-c:v mpeg4 -q:v 3 -c:a libmp3lame"),
                    Map.entry("mp4", "-c:v libx264 -pix_fmt yuv420p -c:a aac"),
                    Map.entry("m4v", "-c:v libx264 -pix_fmt yuv420p -c:a aac -f ipod"),
                    Map.entry("3gp", "-c:v mpeg4 -q:v 3 -c:a aac -f 3gp"),
                    Map.entry("mov", "-c:v mpeg4 -q:v 3 -c:a aac"),
                    Map.entry("mkv", "-c:v mpeg4 -q:v 3 -c:a flac"),
                    Map.entry("webm", "-c:v libvpx -b:v 1M -c:a libvorbis"),
                    Map.entry("mpg", "-r 25 -c:v mpeg2video -q:v 3 -c:a mp2"),
                    Map.entry("ts", "-r 25 -c:v mpeg2video -q:v 3 -c:a mp2 -f mpegts"),
                    Map.entry("wmv", "-c:v wmv2 -q:v 3 -c:a wmav2"),
                    Map.entry("ogv", "-c:v libtheora -q:v 8 -c:a libvorbis"),
                    Map.entry("flv", "-c:v flv -q:v 3 -c:a libmp3lame"));

    private static final Map<String, String> SOUNDS =
            Map.ofEntries(
                    Map.entry("wav", "-c:a pcm_s16le"),
                    Map.entry("flac", "-c:a flac"),
                    Map.entry("mp3", "-c:a libmp3lame"),
                    Map.entry("ogg", "-c:a libvorbis"),
                    Map.entry("opus", "-c:a libopus"),
                    Map.entry("m4a", "-c:a aac"),
                    Map.entry("aac", "-c:a aac -f adts"),
                    Map.entry("wma", "-c:a wmav2"),
                    Map.entry("aiff", "-c:a pcm_s16be"),
                    Map.entry("au", "-c:a pcm_s16be"));

    private final Path folder;
    private final int seed;

    MadeSamples(Path folder, int seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /** Makes an object of each type; some types cannot be made everywhere, and are left out. */
    void make() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        pictures();
        for (Map.Entry<String, String> film : FILMS.entrySet()) {
            film("made-film" + seed + "." + film.getKey(), film.getValue());
        }
        for (Map.Entry<String, String> sound : SOUNDS.entrySet()) {
            sound("made-sound" + seed + "." + sound.getKey(), sound.getValue());
        }
        texts();
    }

    /** A photograph-like picture, and one with opacity and 16 bits where the type has them. */
    private void pictures() throws IOException, InterruptedException {
        int width = 180 + 40 * seed;
        String base = "-seed " + seed + " -size " + width + "x160 plasma:fractal -blur 0x1";
        for (String type : PICTURES) {
            String size = type.equals("ico") ? " -resize 48x48!" : "";
            run("/usr/bin/convert " + base + size + " -depth 8 made-photo" + seed + "." + type);
        }
        run(
                "/usr/bin/convert "
                        + base
                        + " -alpha set -channel A -fx i/w -depth 16 made-sheer"
                        + seed
                        + ".png");
        run(
                "/usr/bin/convert "
                        + base
                        + " -alpha set -channel A -fx j/h -depth 16 made-sheer"
                        + seed
                        + ".tif");
        run("/usr/bin/convert " + base + " ( +clone -flop ) -delay 20 made-moving" + seed + ".gif");
        run(
                "/usr/bin/convert "
                        + base
                        + " ( +clone -flop ) -delay 20 made-moving"
                        + seed
                        + ".webp");
        run("/usr/bin/convert " + base + " ( +clone -flip ) made-pages" + seed + ".tif");
    }

    private void film(String name, String how) throws IOException, InterruptedException {
        String scene =
                seed % 2 == 0
                        ? "testsrc2=s=320x240:r=25:d=3"
                        : "mandelbrot=s=320x240:r=25:maxiter=50";
        run(
                "/usr/bin/ffmpeg -nostdin -v error -y -f lavfi -i "
                        + scene
                        + " "
                        + tone()
                        + " -t 3 "
                        + how
                        + " "
                        + name);
    }

    private void sound(String name, String how) throws IOException, InterruptedException {
        run("/usr/bin/ffmpeg -nostdin -v error -y " + tone() + " -t 3 " + how + " " + name);
    }

    private String tone() {
        int pitch = 200 + 90 * seed;
        return "-f lavfi -i aevalsrc=0.3*sin(%d*2*PI*t*(1+t/9))+0.1*random(0)|0.4*sin(%d*2*PI*t):s=44100"
                .formatted(pitch, pitch * 3);
    }

    private void texts() throws IOException {
        StringBuilder text = new StringBuilder("The old man of the sea, part " + seed + "\n\n");
        StringBuilder table = new StringBuilder("name,size,place\n");
        StringBuilder page =
                new StringBuilder(
                        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Sea "
                                + seed
                                + "</title></head><body><h1>Proteus "
                                + seed
                                + "</h1><table>");
        for (int i = 1; i <= 30; i++) {
            String words = "Πρωτεύς shape " + i * seed + " of the herdsman number " + i;
            text.append(words).append(i % 5 == 0 ? ".\n\n" : ", ");
            table.append("\"shape, ").append(i).append("\",").append(i * seed).append(",sea\n");
            page.append("<tr><td>")
                    .append(words)
                    .append("</td><td>")
                    .append(i)
                    .append("</td></tr>");
        }
        page.append("</table><p>").append(text).append("</p></body></html>");
        Files.writeString(folder.resolve("made-text" + seed + ".txt"), text);
        Files.writeString(folder.resolve("made-table" + seed + ".csv"), table);
        Files.writeString(folder.resolve("made-page" + seed + ".html"), page);
    }

    private void run(String command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(new ArrayList<>(List.of(command.split(" "))))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
