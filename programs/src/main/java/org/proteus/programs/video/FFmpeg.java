package org.proteus.programs.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.proteus.programs.Availability;
import org.proteus.programs.Command;
import org.proteus.programs.CommandProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.Tool;
import org.proteus.programs.option.Options;

/**
 * FFmpeg: video and sound to other containers and codecs, the sound of a video, a picture of it;
 * sound and subtitles put to a video. It opens files only, and the container of each input is
 * forced by its type.
 */
public final class FFmpeg implements CommandProgram {

    private final Tool tool =
            new Tool(
                    "ffmpeg",
                    List.of("ffmpeg"),
                    List.of("-version"),
                    Pattern.compile("ffmpeg version \\S+"));

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
        Encoding encoding = Encoding.of(invocation.target());
        List<String> arguments = new ArrayList<>();
        arguments.add(tool.executable().toString());
        arguments.addAll(List.of("-nostdin", "-hide_banner", "-nostats", "-progress", "pipe:1"));
        start(arguments, options);
        invocation.inputs().forEach(input -> input(arguments, input));
        if (invocation.inputs().size() > 1) {
            Muxing muxing = new Muxing(options, invocation.inputs(), invocation.target());
            arguments.addAll(muxing.arguments());
            output(arguments, encoding, invocation.output());
            return new Command(arguments, Map.of(), Optional.empty(), new FFmpegProgress(true));
        }
        arguments.add("-sn");
        if (encoding.picture().isEmpty()) {
            arguments.addAll(List.of("-map", "0:a:0", "-vn"));
        } else {
            arguments.addAll(
                    new PictureOptions(options, encoding, invocation.target()).arguments());
        }
        if (!encoding.sound().isEmpty()) {
            arguments.addAll(new SoundOptions(options, encoding).arguments());
        }
        output(arguments, encoding, invocation.output());
        FFmpegProgress progress = new FFmpegProgress(!encoding.isSinglePicture());
        return new Command(arguments, Map.of(), Optional.empty(), progress);
    }

    private static void start(List<String> arguments, Options options) {
        options.decimal("at", 0, 1_000_000)
                .ifPresent(seconds -> arguments.addAll(List.of("-ss", seconds.toPlainString())));
    }

    private static void input(List<String> arguments, Invocation.Input input) {
        arguments.addAll(List.of("-protocol_whitelist", "file,pipe"));
        arguments.addAll(List.of("-f", Demuxer.of(input.type())));
        arguments.addAll(List.of("-i", "file:" + input.file()));
    }

    /** No data streams; no times or versions, so that equal runs agree. */
    private static void output(List<String> arguments, Encoding encoding, Path file) {
        arguments.addAll(List.of("-dn", "-fflags", "+bitexact"));
        arguments.addAll(List.of("-flags:v", "+bitexact", "-flags:a", "+bitexact", "-f"));
        arguments.addAll(encoding.container());
        arguments.addAll(List.of("-y", "file:" + file));
    }
}
