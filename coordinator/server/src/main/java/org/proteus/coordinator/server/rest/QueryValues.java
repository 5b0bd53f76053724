package org.proteus.coordinator.server.rest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.ElementState;

/** Reads query parameters; what is wrong with one is said with its name. */
final class QueryValues {

    /** A client that waits longer asks again; proxies cut off what is silent for long. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 1000;
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m)");

    private QueryValues() {}

    static int limit(String text) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= HIGHEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw bad("'limit' is not a number", "Give 1 to " + HIGHEST_LIMIT);
        }
        throw bad("'limit' is out of range", "Give 1 to " + HIGHEST_LIMIT);
    }

    /** Returns how many rows to leave out; none unless told. */
    static long after(String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,9}")) {
            throw bad("'after' is not a number", "Give how many you have seen");
        }
        return Long.parseLong(text);
    }

    static Optional<ElementState> state(String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Arrays.stream(ElementState.values())
                .filter(state -> state.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> {
                    throw bad(
                            "'state' is not a state of an element",
                            "Known are " + List.of(ElementState.values()));
                });
    }

    /** Returns how long to wait, at most {@link #LONGEST_WAIT}; nothing when not asked to. */
    static Optional<Duration> span(String text) {
        if (text == null) {
            return Optional.empty();
        }
        Matcher parts = SPAN.matcher(text);
        if (!parts.matches()) {
            throw bad("'wait' is not a span of time", "Write it as 500ms, 30s or 1m");
        }
        long count = Long.parseLong(parts.group(1));
        Duration span =
                switch (parts.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    default -> Duration.ofMinutes(count);
                };
        return Optional.of(span.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : span);
    }

    private static ProteusException bad(String what, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, "query parameter " + what, action);
    }
}
