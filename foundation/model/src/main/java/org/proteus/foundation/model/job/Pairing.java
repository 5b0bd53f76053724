package org.proteus.foundation.model.job;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;

/**
 * Which objects of a source belong together, so that they are the inputs of one transformation. The
 * first of a group is the main one: it names the result.
 *
 * <p>What is wrong with one is told as an {@link IllegalArgumentException} when it is made.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pairing.ByPattern.class, name = "pattern"),
    @JsonSubTypes.Type(value = Pairing.ByManifest.class, name = "manifest"),
    @JsonSubTypes.Type(value = Pairing.ByOrder.class, name = "order")
})
public sealed interface Pairing {

    /** No program takes more; what is larger is a collection, not a group. */
    int MOST_INPUTS = 16;

    /**
     * By their names.
     *
     * @param patterns pattern of the main object's name, then one for each partner
     */
    record ByPattern(List<NamePattern> patterns) implements Pairing {

        public ByPattern {
            if (patterns == null || patterns.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("a pattern of the pairing is missing");
            }
            patterns = List.copyOf(patterns);
            requireGroup(patterns.size(), "patterns");
            if (patterns.stream().distinct().count() < patterns.size()) {
                throw new IllegalArgumentException("two patterns of the pairing are the same");
            }
            NamePattern main = patterns.getFirst();
            if (main.placeholders().isEmpty()) {
                throw new IllegalArgumentException(
                        "the first pattern, '%s', has no placeholder, so it names a single object"
                                .formatted(main));
            }
            for (NamePattern partner : patterns) {
                if (!main.placeholders().containsAll(partner.placeholders())) {
                    throw new IllegalArgumentException(
                            "the pattern '%s' has a placeholder that the first one, '%s', has not"
                                    .formatted(partner, main));
                }
            }
        }
    }

    /**
     * By a list that lies in the source itself.
     *
     * @param file name of the list below the source, {@code /} between folders
     */
    record ByManifest(String file) implements Pairing {

        public ByManifest {
            if (file == null || file.isBlank() || file.length() > NamePattern.LONGEST) {
                throw new IllegalArgumentException(
                        "the manifest of the pairing has no name, or one of more than "
                                + NamePattern.LONGEST
                                + " characters");
            }
        }
    }

    /**
     * By their order in the listing, each folder by itself.
     *
     * @param count how many make a group; at least 2
     */
    record ByOrder(int count) implements Pairing {

        public ByOrder {
            requireGroup(count, "objects in a group");
        }
    }

    private static void requireGroup(int count, String what) {
        if (count < 2 || count > MOST_INPUTS) {
            throw new IllegalArgumentException(
                    "a pairing has 2 to %d %s, not %d".formatted(MOST_INPUTS, what, count));
        }
    }
}
