package org.proteus.graph;

import java.util.Map;
import java.util.Optional;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TypePattern;

/** How well what is known of an object fits what a unit declares of its source. Best first. */
enum MatchLevel {
    /** The same parameters with the same values. */
    EXACT(0),
    /**
     * Every parameter of the object is named by the unit; what the unit names beyond is optional.
     */
    SUPPORT(10),
    /** Nothing contradicts. */
    GENERIC(20);

    /** The answers for units that declare no parameters, as most do. */
    private static final Optional<MatchLevel> ALL_EQUAL = Optional.of(EXACT);

    private static final Optional<MatchLevel> MORE_KNOWN = Optional.of(GENERIC);

    private final int cost;

    MatchLevel(int cost) {
        this.cost = cost;
    }

    /** Returns what it adds to a cost: enough to break a tie, never enough for more. */
    int cost() {
        return cost;
    }

    /**
     * Returns the level for parameters, or nothing when a named different value rejects the object.
     *
     * @param pattern what the unit declares
     * @param parameters parameters of the object's type
     * @param attributes what probing found; it can reject, its number never counts
     */
    static Optional<MatchLevel> of(
            TypePattern pattern, Map<String, String> parameters, Map<String, String> attributes) {
        if (pattern.parameters().isEmpty()) {
            return parameters.isEmpty() ? ALL_EQUAL : MORE_KNOWN;
        }
        for (Parameter declared : pattern.parameters()) {
            String name = Link.fold(declared.name());
            String known = parameters.getOrDefault(name, attributes.get(name));
            if (!Link.isOpen(declared)
                    && !declared.optional()
                    && known != null
                    && !Wish.isSame(name, declared.value(), known)) {
                return Optional.empty();
            }
        }
        if (isExact(pattern, parameters)) {
            return Optional.of(EXACT);
        }
        return Optional.of(isSupported(pattern, parameters) ? SUPPORT : GENERIC);
    }

    private static boolean isExact(TypePattern pattern, Map<String, String> parameters) {
        return pattern.parameters().size() == parameters.size()
                && pattern.parameters().stream()
                        .allMatch(declared -> {
                            String name = Link.fold(declared.name());
                            String known = parameters.get(name);
                            return known != null && Wish.isSame(name, declared.value(), known);
                        });
    }

    private static boolean isSupported(TypePattern pattern, Map<String, String> parameters) {
        boolean named =
                parameters.entrySet().stream()
                        .allMatch(known ->
                                pattern.parameter(known.getKey())
                                        .filter(p -> allows(p, known.getValue()))
                                        .isPresent());
        return named
                && pattern.parameters().stream()
                        .allMatch(p -> p.optional() || parameters.containsKey(Link.fold(p.name())));
    }

    private static boolean allows(Parameter declared, String value) {
        return declared.isAny() || Wish.isSame(Link.fold(declared.name()), declared.value(), value);
    }
}
