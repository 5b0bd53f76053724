package org.proteus.programs.option;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.programs.Invocation;

/**
 * The options of one run: the bound program parameters, and over them the parameters of the type
 * asked for. Names are compared without regard to case; {@code *} and {@code -} count as not given.
 *
 * <p>Every reader checks type and range and throws a {@link ProteusException} with {@code
 * BAD_REQUEST} that names the option, what is allowed and what was found. Immutable.
 */
public final class Options {

    private static final int LONGEST_SHOWN = 40;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.][0-9]{1,6})?");

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Options() {}

    /** Returns the options of a run. */
    public static Options of(Invocation invocation) {
        Options options = new Options();
        options.putAll(invocation.parameters());
        options.putAll(invocation.target().parameters());
        return options;
    }

    /** Returns a number of pixels; {@code 640} and {@code 640px} are the same. */
    public OptionalInt pixels(String name, int least, int most) {
        Optional<String> value = text(name).map(text -> withoutUnit(text, "px"));
        return value.isEmpty() ? OptionalInt.empty() : whole(name, value.get(), least, most);
    }

    /** Returns a whole number. */
    public OptionalInt integer(String name, int least, int most) {
        Optional<String> value = text(name);
        return value.isEmpty() ? OptionalInt.empty() : whole(name, value.get(), least, most);
    }

    /** Returns a number with at most six decimal places, as it is written. */
    public Optional<BigDecimal> decimal(String name, int least, int most) {
        return text(name).map(value -> decimal(name, value, least, most));
    }

    /** Returns {@code true} or {@code false}; what is not given is false. */
    public boolean flag(String name) {
        return text(name).map(value -> truth(name, value)).orElse(false);
    }

    /** Returns one of these words, case ignored, as it is listed. */
    public Optional<String> choice(String name, List<String> words) {
        return text(name)
                .map(value ->
                        words.stream()
                                .filter(value::equalsIgnoreCase)
                                .findFirst()
                                .orElseThrow(() ->
                                        refused(
                                                name,
                                                "one of " + String.join(", ", words),
                                                value)));
    }

    /** Returns the value as it is written, without blanks around it. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void putAll(Map<String, String> more) {
        more.forEach((name, value) -> {
            String trimmed = value.strip();
            if (!trimmed.equals(ContentType.ANY) && !trimmed.equals(ContentType.UNSET)) {
                values.put(name, trimmed);
            }
        });
    }

    private static String withoutUnit(String text, String unit) {
        String folded = text.toLowerCase(Locale.ROOT);
        return folded.endsWith(unit)
                ? folded.substring(0, folded.length() - unit.length()).strip()
                : text;
    }

    private static OptionalInt whole(String name, String value, int least, int most) {
        if (WHOLE.matcher(value).matches()) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        throw refused(name, "a whole number from " + least + " to " + most, value);
    }

    private static BigDecimal decimal(String name, String value, int least, int most) {
        if (DECIMAL.matcher(value).matches()) {
            BigDecimal number = new BigDecimal(value);
            if (number.compareTo(BigDecimal.valueOf(least)) >= 0
                    && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
                return number;
            }
        }
        throw refused(name, "a number from " + least + " to " + most, value);
    }

    private static boolean truth(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw refused(name, "true or false", value);
        };
    }

    private static ProteusException refused(String name, String allowed, String found) {
        String shown =
                found.length() <= LONGEST_SHOWN ? found : found.substring(0, LONGEST_SHOWN) + "...";
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "option '" + name + "' must be " + allowed + ", found '" + shown + "'",
                "correct the option and send the request again");
    }
}
