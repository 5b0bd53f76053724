package org.proteus.programs.video;

import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** What FFmpeg calls the container of a content type; forced, so that the content cannot choose. */
final class Demuxer {

    private static final Map<String, String> BY_TYPE =
            Map.ofEntries(
                    Map.entry("video/x-msvideo", "avi"),
                    Map.entry("video/mp4", "mov"),
                    Map.entry("video/x-m4v", "mov"),
                    Map.entry("video/quicktime", "mov"),
                    Map.entry("video/3gpp", "mov"),
                    Map.entry("video/x-matroska", "matroska"),
                    Map.entry("video/webm", "matroska"),
                    Map.entry("video/x-flv", "flv"),
                    Map.entry("video/mpeg", "mpeg"),
                    Map.entry("video/mp2t", "mpegts"),
                    Map.entry("video/x-ms-wmv", "asf"),
                    Map.entry("video/x-ms-asf", "asf"),
                    Map.entry("video/ogg", "ogg"),
                    Map.entry("image/gif", "gif"),
                    Map.entry("audio/mpeg", "mp3"),
                    Map.entry("audio/vnd.wave", "wav"),
                    Map.entry("audio/ogg", "ogg"),
                    Map.entry("audio/vorbis", "ogg"),
                    Map.entry("audio/opus", "ogg"),
                    Map.entry("audio/x-flac", "flac"),
                    Map.entry("audio/mp4", "mov"),
                    Map.entry("audio/x-aiff", "aiff"),
                    Map.entry("audio/basic", "au"),
                    Map.entry("audio/x-aac", "aac"),
                    Map.entry("audio/x-ms-wma", "asf"),
                    Map.entry("application/x-subrip", "srt"));

    private Demuxer() {}

    /** Returns FFmpeg's name for the container of a type. */
    static String of(ContentType type) {
        String demuxer = BY_TYPE.get(type.mediaType());
        if (demuxer == null) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    "FFmpeg has no container for " + type.mediaType(),
                    "remove the unit from the program document");
        }
        return demuxer;
    }
}
