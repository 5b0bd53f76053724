package org.proteus.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Everything that a question asks for beside the media type, each at a bit of its own.
 *
 * @param all the wishes, by name
 */
record Wishes(List<Wish> all) {

    static final Wishes NONE = new Wishes(List.of());

    /** Each wish doubles what a search may have to look at. */
    static final int MOST = 16;

    private static final Set<String> PIXELS = Set.of("width", "height");

    /**
     * Collects the wishes of a question; {@code *} and {@code -} ask for nothing.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if they are too many, contradict each other
     *     or are no pixels where pixels are meant
     */
    static Wishes of(ContentType target, Map<String, String> options) {
        TreeMap<String, Wish> wishes = new TreeMap<>();
        target.parameters().forEach((name, value) -> add(wishes, Wish.of(name, value, true)));
        options.forEach((name, value) -> add(wishes, Wish.of(name, value, false)));
        if (wishes.size() > MOST) {
            throw bad("more than " + MOST + " options are asked for", "ask for fewer");
        }
        return new Wishes(List.copyOf(wishes.values()));
    }

    private static void add(Map<String, Wish> wishes, Wish wish) {
        if (wish.value().equals(ContentType.ANY) || wish.value().equals(ContentType.UNSET)) {
            return;
        }
        if (PIXELS.contains(wish.name()) && !wish.value().matches("[1-9]\\d{0,5}")) {
            throw bad(
                    "'" + wish + "' is not a number of pixels",
                    "give a whole number from 1 to 999999, such as 640 or 640px");
        }
        Wish before = wishes.putIfAbsent(wish.name(), wish);
        if (before != null && !before.accepts(wish.value())) {
            throw bad(
                    "'" + wish.name() + "' is asked for twice: " + before + " and " + wish,
                    "give it once");
        }
    }

    Optional<Wish> named(String name) {
        return all.stream().filter(wish -> wish.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Returns the bits of all wishes. */
    int everything() {
        return (1 << all.size()) - 1;
    }

    /** Returns the bits of the wishes that are asked of the target type. */
    int ofTarget() {
        int bits = 0;
        for (int i = 0; i < all.size(); i++) {
            bits |= all.get(i).onTarget() ? 1 << i : 0;
        }
        return bits;
    }

    /** Returns the wishes that an object fulfils as it is. */
    int fulfilledBy(Map<String, String> known) {
        int fulfilled = 0;
        for (int i = 0; i < all.size(); i++) {
            String value = known.get(all.get(i).name());
            if (value != null && all.get(i).accepts(value)) {
                fulfilled |= 1 << i;
            }
        }
        return fulfilled;
    }

    /**
     * Returns the wishes that are fulfilled behind a step: those it honours, options that were
     * honoured before, and what it keeps of its input.
     */
    int after(Link link, ContentType source, int before) {
        int fulfilled = 0;
        for (int i = 0; i < all.size(); i++) {
            Wish wish = all.get(i);
            boolean was = (before & 1 << i) != 0;
            if (link.honours(wish)
                    || (was && (!wish.onTarget() || link.keeps(wish.name(), source)))) {
                fulfilled |= 1 << i;
            }
        }
        return fulfilled;
    }

    Wishes only(Wish wish) {
        return new Wishes(List.of(wish));
    }

    private static ProteusException bad(String message, String action) {
        return new ProteusException(ErrorCode.BAD_REQUEST, message, action);
    }
}
