package org.proteus.coordinator.jobs;

import org.proteus.data.Segments;

/** Names objects at their source for people. */
final class Sources {

    private Sources() {}

    /** Returns where an object was found: the source and the name below it. */
    static String shown(String source, String name) {
        String below = Segments.encodePath(name);
        boolean single = source.endsWith("/" + below);
        return single ? source : (source.endsWith("/") ? source : source + "/") + below;
    }
}
