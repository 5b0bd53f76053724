package org.proteus.programs.trial;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the tools themselves make objects of types of which there is no sample. */
final class Recipes {

    /** A second of moving picture, and a tone. */
    private static final List<String> SCENE =
            List.of("/usr/bin/ffmpeg -nostdin -y -f lavfi -i testsrc=s=128x96:r=12:d=1".split(" "));

    private static final List<String> TONE =
            List.of("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=44100:duration=1");

    private static final Map<String, String> VIDEO =
            Map.ofEntries(
                    Map.entry("video/x-msvideo", "-c:v mpeg4 -c:a libmp3lame -f avi"),
                    Map.entry("video/mp4", "-c:v libx264 -pix_fmt yuv420p -c:a aac -f mp4"),
                    Map.entry("video/x-m4v", "-c:v libx264 -pix_fmt yuv420p -c:a aac -f ipod"),
                    Map.entry("video/3gpp", "-c:v mpeg4 -c:a aac -f 3gp"),
                    Map.entry("video/quicktime", "-c:v mpeg4 -c:a aac -f mov"),
                    Map.entry("video/x-matroska", "-c:v mpeg4 -c:a aac -f matroska"),
                    Map.entry("video/webm", "-c:v libvpx -c:a libvorbis -f webm"),
                    Map.entry("video/mpeg", "-r 25 -c:v mpeg2video -c:a mp2 -f mpeg"),
                    Map.entry("video/mp2t", "-r 25 -c:v mpeg2video -c:a mp2 -f mpegts"),
                    Map.entry("video/x-ms-wmv", "-c:v wmv2 -c:a wmav2 -f asf"),
                    Map.entry("video/x-ms-asf", "-c:v wmv2 -c:a wmav2 -f asf"),
                    Map.entry("video/ogg", "-c:v libtheora -c:a libvorbis -f ogg"));

    private static final Map<String, String> SOUND =
            Map.ofEntries(
                    Map.entry("audio/ogg", "-c:a libvorbis -f ogg"),
                    Map.entry("audio/vorbis", "-c:a libvorbis -f ogg"),
                    Map.entry("audio/opus", "-c:a libopus -f ogg"),
                    Map.entry("audio/x-flac", "-c:a flac -f flac"),
                    Map.entry("audio/x-aac", "-c:a aac -f adts"),
                    Map.entry("audio/x-ms-wma", "-c:a wmav2 -f asf"));

    private static final Map<String, String> IMAGES =
            Map.of(
                    "image/avif", "avif",
                    "image/x-portable-pixmap", "ppm",
                    "image/x-portable-graymap", "pgm",
                    "image/x-portable-bitmap", "pbm",
                    "image/x-portable-anymap", "ppm",
                    "image/vnd.microsoft.icon", "ico",
                    "image/vnd.zbrush.pcx", "pcx");

    private Recipes() {}

    static List<String> of(String type, Path file) {
        List<String> command = new ArrayList<>();
        if (IMAGES.containsKey(type)) {
            command.addAll(List.of("/usr/bin/convert", "-size", "64x48", "gradient:red-blue"));
            command.add(IMAGES.get(type) + ":" + file);
            return command;
        }
        command.addAll(SCENE);
        command.addAll(TONE);
        if (VIDEO.containsKey(type)) {
            command.addAll(List.of(VIDEO.get(type).split(" ")));
        } else if (SOUND.containsKey(type)) {
            command.addAll(List.of("-map", "1:a"));
            command.addAll(List.of(SOUND.get(type).split(" ")));
        } else {
            throw new IllegalArgumentException("no object of type " + type);
        }
        command.add(file.toString());
        return command;
    }
}
