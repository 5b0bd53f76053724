package org.proteus.cli.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.TimeSpan;

/** The keys of one map of a scenario; every problem names its key and what is allowed. */
final class Keys {

    private static final int MOST_ENTRIES = 1000;

    private final String file;
    private final String path;
    private final JsonNode node;

    /**
     * Wraps a map.
     *
     * @param path keys on the way to it, with a dot at the end; empty for the file itself
     * @param known every key that it may have
     * @throws ProteusException with {@code BAD_REQUEST} if it is no map or has another key
     */
    Keys(String file, String path, JsonNode node, List<String> known) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw wrong(
                    path.isEmpty() ? "the file" : path.substring(0, path.length() - 1),
                    "a map of keys");
        }
        for (String key : (Iterable<String>) node::fieldNames) {
            if (!known.contains(key)) {
                throw problem(
                        "unknown key '" + path + key + "'",
                        "known here: " + String.join(", ", known));
            }
        }
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    Keys map(String key, List<String> known) {
        JsonNode map = has(key) ? node.get(key) : JsonNodeFactory.instance.objectNode();
        return new Keys(file, path + key + ".", map, known);
    }

    /** Returns the maps of a list; none when the key is absent. */
    List<Keys> maps(String key, int most, List<String> known) {
        List<Keys> maps = new ArrayList<>();
        if (!has(key)) {
            return maps;
        }
        JsonNode list = node.get(key);
        if (!list.isArray() || list.size() > most) {
            throw wrong(path + key, "a list of at most " + most + " entries");
        }
        for (int i = 0; i < list.size(); i++) {
            maps.add(new Keys(file, path + key + "[" + (i + 1) + "].", list.get(i), known));
        }
        return maps;
    }

    boolean isList(String key) {
        return has(key) && node.get(key).isArray();
    }

    int whole(String key, int otherwise, int least, int most) {
        if (!has(key)) {
            return otherwise;
        }
        JsonNode value = node.get(key);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw wrong(path + key, "a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    double number(String key, double otherwise, double least, double most) {
        return has(key) ? number(path + key, node.get(key), least, most) : otherwise;
    }

    private double number(String name, JsonNode value, double least, double most) {
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw wrong(name, "a number from " + plain(least) + " to " + plain(most));
        }
        return value.doubleValue();
    }

    List<Double> numbers(String key, double least, double most) {
        if (!has(key)) {
            return List.of();
        }
        JsonNode list = node.get(key);
        if (!list.isArray() || list.isEmpty() || list.size() > MOST_ENTRIES) {
            throw wrong(path + key, "a list of 1 to " + MOST_ENTRIES + " numbers");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> number(path + key + "[" + (i + 1) + "]", list.get(i), least, most))
                .toList();
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        if (!node.get(key).isBoolean()) {
            throw wrong(path + key, "true or false");
        }
        return node.get(key).booleanValue();
    }

    Optional<TimeSpan> time(String key, TimeSpan least, TimeSpan most) {
        String allowed = "a time from " + least + " to " + most;
        Optional<TimeSpan> time = parsed(key, TimeSpan::parse, allowed);
        if (time.isPresent()
                && (time.get().compareTo(least) < 0 || time.get().compareTo(most) > 0)) {
            throw wrong(path + key, allowed);
        }
        return time;
    }

    /** Returns a size of at least one byte. */
    Optional<Double> size(String key) {
        String allowed = "a size of at least 1B, such as 10MB";
        Optional<DataSize> size = parsed(key, DataSize::parse, allowed);
        if (size.isPresent() && size.get().bytes() < 1) {
            throw wrong(path + key, allowed);
        }
        return size.map(value -> (double) value.bytes());
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parse, String allowed) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(node.get(key).asText()));
        } catch (IllegalArgumentException _) {
            throw wrong(path + key, allowed);
        }
    }

    /** Returns an error that says what a key must be. */
    ProteusException mustBe(String key, String allowed) {
        return wrong(path + key, allowed);
    }

    private ProteusException wrong(String name, String allowed) {
        return problem(name + " is not right", "it must be " + allowed);
    }

    private ProteusException problem(String what, String action) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "scenario " + file + ": " + what,
                action + "; see docs/scenarios.md");
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
