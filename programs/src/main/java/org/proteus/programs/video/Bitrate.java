package org.proteus.programs.video;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.option.Options;

/** A bit rate with its unit: {@code 800k} or {@code 2M} bits a second. */
final class Bitrate {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})([kM])");
    private static final long LEAST = 8_000;
    private static final long MOST = 200_000_000;

    private Bitrate() {}

    /** Returns the option as FFmpeg writes it. */
    static Optional<String> of(Options options, String name) {
        return options.text(name).map(text -> checked(name, text));
    }

    private static String checked(String name, String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            long unit = form.group(2).equals("k") ? 1_000 : 1_000_000;
            long bits = Long.parseLong(form.group(1)) * unit;
            if (bits >= LEAST && bits <= MOST) {
                return text;
            }
        }
        throw new ProteusException(
                ErrorCode.BAD_REQUEST,
                String.format(
                        Locale.ROOT,
                        "option '%s' must be a bit rate from %dk to %dM, such as 800k",
                        name,
                        LEAST / 1_000,
                        MOST / 1_000_000),
                "correct the option and send the request again");
    }
}
