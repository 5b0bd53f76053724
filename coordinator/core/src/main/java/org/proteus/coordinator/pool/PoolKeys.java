package org.proteus.coordinator.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.proteus.foundation.model.DataSize;
import org.proteus.foundation.model.TimeSpan;
import org.proteus.foundation.model.job.Money;

/**
 * The settings of one pool as they were written. Whoever reads them gets a usable value for each
 * key; what is missing, malformed or known to nobody is collected and refused together. Not
 * thread-safe.
 */
public final class PoolKeys {

    /** A name is part of the ids of workers, which have to fit into a host name. */
    private static final String NAME = "[a-z][a-z0-9-]{0,30}";

    private final String path;
    private final String pool;
    private final Map<String, String> unread;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates the keys of a pool.
     *
     * @param path where the keys stand in the settings, for messages
     * @param pool name of the pool
     * @param given the keys and what was written for them
     */
    public PoolKeys(String path, String pool, Map<String, String> given) {
        this.path = path;
        this.pool = pool;
        this.unread = new TreeMap<>(given);
        if (!pool.matches(NAME)) {
            refuse("the name must be lower-case letters, digits and -, at most 31");
        }
    }

    /** Returns the name of the pool. */
    public String pool() {
        return pool;
    }

    /** Returns the value of a key, if it has one. */
    public Optional<String> optional(String key) {
        known.add(key);
        return Optional.ofNullable(unread.remove(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Returns the value of a key that must have one. */
    public String required(String key) {
        return optional(key)
                .orElseGet(() -> {
                    problems.add(at(key) + " is missing");
                    return "";
                });
    }

    /** Returns a whole number of at least {@code least}. */
    public int number(String key, int otherwise, int least) {
        return value(
                key,
                otherwise,
                "a whole number of at least " + least,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                });
    }

    /** Returns a time such as {@code 30s}. */
    public Duration time(String key, Duration otherwise) {
        return value(key, otherwise, "a time such as 30s", t -> TimeSpan.parse(t).duration());
    }

    /** Returns a number of bytes, written {@code 512MB}. */
    public long size(String key, long otherwise) {
        return value(key, otherwise, "a size such as 512MB", t -> DataSize.parse(t).bytes());
    }

    /**
     * Returns an amount of money, written {@code 0.12 EUR} or without a currency, if there is one.
     */
    public Optional<Money> money(String key) {
        return value(
                key,
                Optional.empty(),
                "an amount of at least 0 such as 0.12 EUR",
                text -> Optional.of(Money.parse(text)));
    }

    /** Returns yes or no, written {@code true} or {@code false}. */
    public boolean flag(String key, boolean otherwise) {
        return value(
                key,
                otherwise,
                "true or false",
                text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.equals("true");
                });
    }

    /** Returns words that are separated by spaces or commas. */
    public List<String> words(String key) {
        return optional(key).stream()
                .flatMap(text -> Stream.of(text.split("[\\s,]+")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Returns the keys that begin with a prefix, without it, and their values. */
    public Map<String, String> startingWith(String prefix) {
        known.add(prefix + "*");
        Map<String, String> found = new TreeMap<>();
        for (String key : List.copyOf(unread.keySet())) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), unread.remove(key));
            }
        }
        return found;
    }

    /**
     * Returns a value in a form of its own.
     *
     * @param form what the value must look like, for the error message
     * @param parse throws {@link IllegalArgumentException} for a value of another form
     */
    public <T> T value(String key, T otherwise, String form, Function<String, T> parse) {
        Optional<String> text = optional(key);
        try {
            return text.map(parse).orElse(otherwise);
        } catch (IllegalArgumentException malformed) {
            problems.add("%s is '%s', not %s".formatted(at(key), text.orElse(""), form));
            return otherwise;
        }
    }

    /** Notes what is wrong with several keys together. */
    public void refuse(String why) {
        problems.add(path + ": " + why);
    }

    /**
     * Ends the reading.
     *
     * @throws IllegalArgumentException that names everything that is wrong
     */
    void check() {
        unread.keySet().stream()
                .map(key -> "unknown key '%s' (known here: %s)".formatted(at(key), names()))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private String at(String key) {
        return path + "." + key;
    }

    private String names() {
        return String.join(", ", known);
    }
}
