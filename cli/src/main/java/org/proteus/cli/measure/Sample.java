package org.proteus.cli.measure;

import java.nio.file.Path;
import org.proteus.foundation.model.ContentType;

/**
 * An object to compare.
 *
 * @param file where it lies
 * @param type its type
 */
record Sample(Path file, ContentType type) {

    Kind kind() {
        return Kind.of(type);
    }

    /** Whether it may hold pictures that move. */
    boolean canMove() {
        return kind() == Kind.FILM || type.subtype().equals("gif");
    }

    String name() {
        return file.getFileName().toString();
    }
}
