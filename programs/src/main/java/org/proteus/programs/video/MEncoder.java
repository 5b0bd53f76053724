package org.proteus.programs.video;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Tool;
import org.proteus.programs.option.Options;

/**
 * MEncoder: AVI to Flash video with its own codec. FFmpeg does the same with a better one, so this
 * program runs only when option {@code encoder} names it.
 */
public final class MEncoder implements CommandProgram {

    private static final String NAME = "mencoder";
    private static final int DEFAULT_KILOBITS = 500;
    private static final Pattern POSITION = Pattern.compile("Pos:\\s*(\\d+)[.](\\d)s.*");

    private final Tool tool =
            new Tool(
                    NAME, List.of(NAME), List.of("-ovc", "help"), Pattern.compile("MEncoder \\S+"));

    @Override
    public Availability availability() {
        return tool.availability();
    }

    @Override
    public Availability confirm() {
        return tool.confirm();
    }

    @Override
    public Command command(Invocation invocation) {
        Options options = Options.of(invocation);
        requireName(options);
        int kilobits = options.integer("vbitrate", 16, 20_000).orElse(DEFAULT_KILOBITS);
        List<String> arguments =
                List.of(
                        tool.executable().toString(),
                        "-noconfig",
                        "all",
                        "-demuxer",
                        "avi",
                        invocation.input().file().toString(),
                        "-of",
                        "lavf",
                        "-lavfopts",
                        "format=flv",
                        "-ovc",
                        "lavc",
                        "-lavcopts",
                        "vcodec=flv:vbitrate=" + kilobits,
                        "-oac",
                        "mp3lame",
                        "-lameopts",
                        "abr:br=64",
                        "-srate",
                        "22050",
                        "-o",
                        invocation.output().toString());
        Map<String, String> environment = Map.of("MPLAYER_HOME", invocation.scratch().toString());
        return new Command(arguments, environment, Optional.empty(), MEncoder::progress);
    }

    private static void requireName(Options options) {
        String encoder = options.text("encoder").orElse("");
        if (!encoder.equalsIgnoreCase(NAME)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the only value of option 'encoder' is mencoder",
                    "leave the option out to use FFmpeg");
        }
    }

    private static Optional<Command.Step> progress(String line) {
        Matcher position = POSITION.matcher(line);
        return position.matches()
                ? Optional.of(new Command.Step(millis(position), 0, "ms"))
                : Optional.empty();
    }

    private static long millis(Matcher position) {
        return Long.parseLong(position.group(1)) * 1000 + Long.parseLong(position.group(2)) * 100;
    }
}
