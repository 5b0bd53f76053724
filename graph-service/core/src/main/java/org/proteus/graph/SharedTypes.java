package org.proteus.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.content.TypeHierarchy;
import org.proteus.foundation.model.ContentType;

/**
 * One object for each media type that programs name, under its registered name: large graphs
 * compare types all the time, and the same object is compared at once. Thread-safe.
 */
final class SharedTypes {

    /** Far more than there are types; beyond it types are merely not shared. */
    private static final int MOST = 200_000;

    private static final Map<ContentType, ContentType> REGISTERED = new ConcurrentHashMap<>();

    private SharedTypes() {}

    /** Returns the media type under its registered name, without parameters. */
    static ContentType canonical(ContentType type) {
        ContentType plain = type.withoutParameters();
        ContentType known = REGISTERED.get(plain);
        if (known != null) {
            return known;
        }
        ContentType registered = TypeHierarchy.canonical(plain);
        if (REGISTERED.size() >= MOST) {
            return registered;
        }
        ContentType shared = REGISTERED.computeIfAbsent(registered, same -> same);
        REGISTERED.putIfAbsent(plain, shared);
        return shared;
    }
}
