package org.proteus.cli.simulate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * A range of seeds, {@code 1-20} or {@code 7}.
 *
 * @param first first seed
 * @param last last seed, not before the first
 */
public record Seeds(long first, long last) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})(?:-(\\d{1,15}))?");
    private static final long MOST = 100_000;

    /**
     * Parses a range.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is none
     */
    public static Seeds parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (first <= last && last - first < MOST) {
                return new Seeds(first, last);
            }
        }
        throw new ProteusException(
                ErrorCode.BAD_REQUEST,
                "seeds '" + text + "' are no range",
                "write first and last seed, such as 1-20; at most " + MOST + " of them");
    }
}
