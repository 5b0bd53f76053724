package org.proteus.programs.image;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.im4java.core.IMOperation;
import org.proteus.programs.Command;

/**
 * Lets ImageMagick say how many pixels it has read, and understands that. All images of a file
 * count as large as the first one. One instance for one run.
 */
final class PixelCount implements Function<String, Optional<Command.Step>> {

    private static final Pattern READ = Pattern.compile("pixels (\\d{1,7}) (\\d{1,7}) (\\d{1,4})");

    private long total;

    /** To be said of the images that were read last. */
    static void print(IMOperation operation) {
        operation.addRawArgs("-print", "pixels %w %h %n\\n");
    }

    @Override
    public synchronized Optional<Command.Step> apply(String line) {
        Matcher read = READ.matcher(line);
        if (!read.matches()) {
            return Optional.empty();
        }
        total += number(read, 1) * number(read, 2) * number(read, 3);
        return Optional.of(new Command.Step(0, total, "pixels"));
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
