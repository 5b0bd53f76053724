package org.proteus.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * The settings of one component, read from the shipped file, the operator's file and the
 * environment; later ones win. Every problem is reported at once. Immutable once read.
 */
public final class SettingsFile {

    private static final long LARGEST = 1 << 20;

    /** Stands in the shipped file for groups that the operator names. */
    private static final String ANY_NAME = "*";

    private final ObjectNode settings;
    private final List<String> problems = new ArrayList<>();

    private SettingsFile(ObjectNode shipped) {
        this.settings = shipped;
    }

    /**
     * Reads the settings of a component.
     *
     * @param component name of the shipped file without its ending
     * @param own the operator's file, if there is one
     * @param environment environment variables; {@code PROTEUS_COORDINATOR_WORKERS_MAX} is the key
     *     {@code workers.max} of {@code coordinator}
     * @throws ProteusException with {@code BAD_REQUEST} that names every unknown key
     */
    public static SettingsFile read(
            String component, Optional<Path> own, Map<String, String> environment) {
        SettingsFile file = new SettingsFile(shipped(component));
        own.ifPresent(path -> file.merge("", file.settings, operators(path)));
        String prefix = "PROTEUS_" + component.toUpperCase(Locale.ROOT);
        file.override(prefix, file.settings, environment);
        file.refuseProblems(own);
        return file;
    }

    /** Returns the value of a key such as {@code workers.max}; empty text when it has none. */
    public String text(String key) {
        return node(key).asText("");
    }

    /**
     * Returns a value as a number.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is none
     */
    public int number(String key) {
        return value(key, "a whole number", Integer::parseInt);
    }

    /**
     * Returns yes or no, written {@code true} or {@code false}.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is neither
     */
    public boolean flag(String key) {
        return value(
                key,
                "true or false",
                text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new IllegalArgumentException(text);
                    }
                    return text.equals("true");
                });
    }

    /**
     * Returns a value in a form of its own.
     *
     * @param form what the value must look like, for the error message
     * @throws ProteusException with {@code BAD_REQUEST} if it cannot be parsed
     */
    public <T> T value(String key, String form, Function<String, T> parse) {
        String text = text(key);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "setting " + key + " is '" + text + "', which is not " + form,
                            "correct it in the configuration file or the environment"),
                    e);
        }
    }

    /** Returns the text of a key, if it has any. */
    public Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    /** Returns the path that a key names, if it names one. */
    public Optional<Path> path(String key) {
        return optional(key).map(Path::of);
    }

    /** Returns the number of a key, or another one when it is 0. */
    public int positiveOr(String key, int other) {
        int number = number(key);
        return number == 0 ? other : number;
    }

    /** Returns the entries of a key that holds names of the operator's choice. */
    public Map<String, String> entries(String key) {
        return entries(node(key));
    }

    /** Returns the groups of a key that holds names of the operator's choice, with their keys. */
    public Map<String, Map<String, String>> groups(String key) {
        Map<String, Map<String, String>> groups = new TreeMap<>();
        node(key).properties().forEach(e -> groups.put(e.getKey(), entries(e.getValue())));
        groups.remove(ANY_NAME);
        return groups;
    }

    private static Map<String, String> entries(JsonNode node) {
        Map<String, String> entries = new TreeMap<>();
        node.properties().forEach(e -> entries.put(e.getKey(), e.getValue().asText()));
        return entries;
    }

    private JsonNode node(String key) {
        JsonNode node = settings.at("/" + key.replace('.', '/'));
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("the shipped settings have no key " + key);
        }
        return node;
    }

    private static ObjectNode shipped(String component) {
        String name = "/org/proteus/config/" + component + ".yaml";
        try (InputStream in = SettingsFile.class.getResourceAsStream(name)) {
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode operators(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it is larger than 1 MB");
            }
            JsonNode given = new YAMLMapper().readTree(Files.readString(file));
            if (!given.isObject() && !given.isMissingNode()) {
                throw new IOException("it holds no keys");
            }
            return given;
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "configuration file " + file + " cannot be read: " + e.getMessage(),
                            "it must be YAML with the keys of docs/configuration.md"),
                    e);
        }
    }

    private void merge(String path, ObjectNode known, JsonNode given) {
        // A key whose shipped value is an empty map takes names of the operator's choice.
        boolean open = known.isEmpty();
        given.properties()
                .forEach(entry -> merge(path, known, open, entry.getKey(), entry.getValue()));
    }

    private void merge(String path, ObjectNode known, boolean open, String key, JsonNode given) {
        JsonNode old = known.get(key);
        if (old == null && known.get(ANY_NAME) instanceof ObjectNode group) {
            old = known.putObject(key).setAll(group.deepCopy());
        }
        if (old == null && !open) {
            problems.add(unknown(path + key, known));
        } else if (old instanceof ObjectNode object && given.isObject()) {
            merge(path + key + ".", object, given);
        } else if (old instanceof ObjectNode || given.isContainerNode()) {
            problems.add("'" + path + key + "' has the wrong shape");
        } else {
            known.set(key, given);
        }
    }

    private static String unknown(String key, ObjectNode known) {
        List<String> names = new ArrayList<>();
        known.fieldNames().forEachRemaining(names::add);
        return "unknown key '" + key + "' (known here: " + String.join(", ", names) + ")";
    }

    private void override(String prefix, ObjectNode node, Map<String, String> environment) {
        node.properties()
                .forEach(entry -> {
                    String name = prefix + "_" + variable(entry.getKey());
                    if (entry.getValue() instanceof ObjectNode object) {
                        override(name, object, environment);
                    } else if (environment.containsKey(name)) {
                        entry.setValue(TextNode.valueOf(environment.get(name)));
                    }
                });
    }

    private static String variable(String key) {
        return key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private void refuseProblems(Optional<Path> own) {
        if (!problems.isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "configuration file "
                            + own.map(Path::toString).orElse("")
                            + ": "
                            + String.join("; ", problems),
                    "correct the keys; docs/configuration.md lists them all");
        }
    }
}
