package org.proteus.programs.video;

import java.util.ArrayList;
import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation;
import org.proteus.programs.option.Options;

/**
 * The arguments that put sound and subtitles to a picture. The picture is copied as it is; so is
 * the sound into Matroska, which takes every codec; into MP4 new sound is encoded.
 *
 * @param inputs the video, then what belongs to it
 * @param target type of the result
 */
record Muxing(Options options, List<Invocation.Input> inputs, ContentType target) {

    private static final String SUBTITLES = "application/x-subrip";

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-map", "0:v:0"));
        boolean newSound = false;
        boolean subtitles = false;
        for (int i = 1; i < inputs.size(); i++) {
            boolean text = inputs.get(i).type().mediaType().equals(SUBTITLES);
            arguments.addAll(List.of("-map", i + (text ? ":s:0" : ":a:0")));
            subtitles |= text;
            newSound |= !text;
        }
        if (!newSound) {
            arguments.addAll(List.of("-map", "0:a?"));
        }
        arguments.addAll(List.of("-c:v", "copy", "-c:a"));
        arguments.addAll(newSound && isMp4() ? encodedSound() : List.of("copy"));
        if (subtitles) {
            arguments.addAll(List.of("-c:s", isMp4() ? "mov_text" : "srt"));
        }
        return arguments;
    }

    private boolean isMp4() {
        return target.mediaType().equals("video/mp4");
    }

    private List<String> encodedSound() {
        List<String> arguments = new ArrayList<>(List.of("aac"));
        Bitrate.of(options, "audio-bitrate")
                .ifPresent(rate -> arguments.addAll(List.of("-b:a", rate)));
        options.integer("sample-rate", 8000, 192_000)
                .ifPresent(rate -> arguments.addAll(List.of("-ar", String.valueOf(rate))));
        return arguments;
    }
}
