package org.proteus.coordinator;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many tasks may use a place or a program at once, over all coordinators of a database; what is
 * not named may be used without limit.
 *
 * @param places tasks by the beginning of the URI of their source or sink
 * @param programs tasks by the id of a program of their plan
 */
public record UseLimits(Map<String, Integer> places, Map<String, Integer> programs) {

    /** No limits. */
    public static final UseLimits NONE = new UseLimits(Map.of(), Map.of());

    /**
     * @throws IllegalArgumentException if a limit is below 1; the message names it
     */
    public UseLimits {
        places = Map.copyOf(places);
        programs = Map.copyOf(programs);
        Stream.of(places, programs)
                .flatMap(limits -> limits.entrySet().stream())
                .filter(limit -> limit.getValue() < 1)
                .forEach(limit -> {
                    throw new IllegalArgumentException(
                            "the limit of %s must be at least 1, found %d"
                                    .formatted(limit.getKey(), limit.getValue()));
                });
    }

    /** Whether there are no limits at all. */
    public boolean isEmpty() {
        return places.isEmpty() && programs.isEmpty();
    }

    /** Returns everything that is limited. */
    public Set<String> names() {
        return Stream.concat(
                        places.keySet().stream().map(UseLimits::place),
                        programs.keySet().stream().map(UseLimits::program))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String place(String uri) {
        return "place " + uri;
    }

    private static String program(String id) {
        return "program " + id;
    }

    /** Returns the limits that hold for a source and a sink, by what is limited. */
    public Map<String, Integer> ofPlaces(String from, String into) {
        Map<String, Integer> limits = new TreeMap<>();
        places.forEach((place, most) -> {
            if (isBelow(from, place) || isBelow(into, place)) {
                limits.put(place(place), most);
            }
        });
        return limits;
    }

    /** Returns the limits that hold for some programs, by what is limited. */
    public Map<String, Integer> ofPrograms(Set<String> ids) {
        return programs.entrySet().stream()
                .filter(limit -> ids.contains(limit.getKey()))
                .collect(
                        Collectors.toMap(
                                limit -> program(limit.getKey()),
                                Map.Entry::getValue,
                                Math::min,
                                TreeMap::new));
    }

    /** A limit for {@code ftp://host} is none for {@code ftp://hostess}. */
    private static boolean isBelow(String uri, String place) {
        return uri.startsWith(place)
                && (uri.length() == place.length()
                        || place.endsWith("/")
                        || "/:?#".indexOf(uri.charAt(place.length())) >= 0);
    }
}
