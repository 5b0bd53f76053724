package org.proteus.programs.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.programs.option.Options;

/** The arguments for the sound; a video may have none. */
record SoundOptions(Options options, Encoding encoding) {

    List<String> arguments() {
        boolean alone = encoding.picture().isEmpty();
        List<String> arguments = new ArrayList<>();
        if (!alone) {
            arguments.addAll(List.of("-map", "0:a:0?"));
        }
        arguments.add("-c:a");
        arguments.addAll(encoding.sound());
        Optional<String> bitrate = Bitrate.of(options, alone ? "bitrate" : "audio-bitrate");
        if (bitrate.isPresent()) {
            arguments.addAll(List.of("-b:a", bitrate.get()));
        } else if (alone) {
            arguments.addAll(PictureOptions.quality(options, encoding.quality()));
        }
        options.integer("sample-rate", 8000, 192_000)
                .ifPresent(rate -> arguments.addAll(List.of("-ar", String.valueOf(rate))));
        return arguments;
    }
}
