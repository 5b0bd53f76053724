package org.proteus.programs.video;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.programs.Command;

/**
 * Reads from FFmpeg's output how long the input is and how much of it is done, in milliseconds. One
 * instance for one run; the first duration told is the input's.
 */
final class FFmpegProgress implements Function<String, Optional<Command.Step>> {

    private static final Pattern DURATION =
            Pattern.compile("\\s*Duration: (\\d+):(\\d\\d):(\\d\\d)[.](\\d\\d),.*");
    private static final Pattern DONE = Pattern.compile("out_time_us=(\\d{1,18})");

    private final boolean wholeInput;
    private long total;

    /**
     * @param wholeInput whether all of the input is read; if not, its length says nothing of the
     *     time it takes
     */
    FFmpegProgress(boolean wholeInput) {
        this.wholeInput = wholeInput;
    }

    @Override
    public synchronized Optional<Command.Step> apply(String line) {
        Matcher done = DONE.matcher(line);
        if (done.matches()) {
            long millis = Long.parseLong(done.group(1)) / 1000;
            return Optional.of(new Command.Step(millis, Math.max(total, 0), "ms"));
        }
        Matcher duration = DURATION.matcher(line);
        if (wholeInput && total == 0 && duration.matches()) {
            long minutes = number(duration, 1) * 60 + number(duration, 2);
            total = (minutes * 60 + number(duration, 3)) * 1000 + number(duration, 4) * 10;
        }
        return Optional.empty();
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
