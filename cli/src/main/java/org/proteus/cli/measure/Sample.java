package org.proteus.cli.measure;

import java.nio.file.Path;
import java.util.Set;
import org.proteus.foundation.model.ContentType;

/**
 * An object to compare.
 *
 * @param file where it lies
 * @param type its type
 */
record Sample(Path file, ContentType type) {

    private static final Set<String> MANY = Set.of("gif", "webp", "tiff");

    Kind kind() {
        return Kind.of(type);
    }

    /** Whether it may hold pictures that move. */
    boolean canMove() {
        return kind() == Kind.FILM || type.subtype().equals("gif");
    }

    /** Whether its type holds several pictures; what a still cannot hold is not asked of it. */
    boolean holdsMany() {
        return MANY.contains(type.subtype());
    }

    String name() {
        return file.getFileName().toString();
    }
}
