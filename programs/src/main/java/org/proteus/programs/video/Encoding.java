package org.proteus.programs.video;

import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * How FFmpeg makes a content type.
 *
 * @param picture codec of the picture; empty for sound alone
 * @param sound codec of the sound; empty for a picture alone
 * @param container muxer and its arguments
 * @param quality argument that sets the quality, its best and its worst value
 */
record Encoding(List<String> picture, List<String> sound, List<String> container, Quality quality) {

    /**
     * A quality scale.
     *
     * @param argument argument that takes the value; empty if the codec has none
     */
    record Quality(String argument, int worst, int best) {

        static final Quality NONE = new Quality("", 0, 0);

        /** Returns the value for a quality from 1 (worst) to 100 (best). */
        int of(int percent) {
            return worst + Math.round((best - worst) * (percent - 1) / 99f);
        }
    }

    private static final List<String> H264 = List.of("libx264", "-pix_fmt", "yuv420p");
    private static final List<String> AAC = List.of("aac");
    private static final Quality X264 = new Quality("-crf", 51, 1);
    private static final List<String> NO_PICTURE = List.of();
    private static final List<String> NO_SOUND = List.of();

    private static final Map<String, Encoding> BY_TYPE =
            Map.ofEntries(
                    video(
                            "video/mp4",
                            H264,
                            AAC,
                            X264,
                            "mp4",
                            "-movflags",
                            "+faststart",
                            "-brand",
                            "mp42"),
                    video("video/x-matroska", H264, AAC, X264, "matroska"),
                    video("video/x-flv", H264, AAC, X264, "flv"),
                    video(
                            "video/webm",
                            List.of("libvpx-vp9", "-b:v", "0", "-row-mt", "1", "-cpu-used", "4"),
                            List.of("libopus"),
                            new Quality("-crf", 63, 4),
                            "webm"),
                    video(
                            "video/x-msvideo",
                            List.of("mpeg4", "-vtag", "XVID"),
                            List.of("libmp3lame"),
                            new Quality("-q:v", 31, 2),
                            "avi"),
                    video("image/gif", List.of("gif"), NO_SOUND, Quality.NONE, "gif"),
                    video("image/png", List.of("png"), NO_SOUND, Quality.NONE, "image2pipe"),
                    video(
                            "image/jpeg",
                            List.of("mjpeg", "-pix_fmt", "yuvj420p"),
                            NO_SOUND,
                            new Quality("-q:v", 31, 2),
                            "image2pipe"),
                    sound("audio/mpeg", "libmp3lame", new Quality("-q:a", 9, 0), "mp3"),
                    sound("audio/ogg", "libvorbis", new Quality("-q:a", 0, 10), "ogg"),
                    sound("audio/mp4", "aac", Quality.NONE, "ipod"),
                    sound("audio/x-flac", "flac", Quality.NONE, "flac"),
                    sound("audio/vnd.wave", "pcm_s16le", Quality.NONE, "wav"));

    /** Whether one picture is all that is made of the input. */
    boolean isSinglePicture() {
        return container.contains("image2pipe");
    }

    /** Returns how a type is made. */
    static Encoding of(ContentType type) {
        Encoding encoding = BY_TYPE.get(type.mediaType());
        if (encoding == null) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    "FFmpeg makes no " + type.mediaType(),
                    "remove the unit from the program document");
        }
        return encoding;
    }

    private static Map.Entry<String, Encoding> video(
            String type,
            List<String> picture,
            List<String> sound,
            Quality quality,
            String... container) {
        return Map.entry(type, new Encoding(picture, sound, List.of(container), quality));
    }

    private static Map.Entry<String, Encoding> sound(
            String type, String codec, Quality quality, String muxer) {
        return Map.entry(type, new Encoding(NO_PICTURE, List.of(codec), List.of(muxer), quality));
    }
}
