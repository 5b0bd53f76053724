package org.proteus.foundation.content;

import java.util.Set;
import org.proteus.foundation.model.ContentType;

/**
 * Media types whose usual encodings keep less of a signal than they are given: whoever makes one
 * loses some, whatever else is lost on the way.
 */
public final class LossyEncodings {

    private static final Set<String> TYPES =
            Set.of(
                    "image/jpeg",
                    "image/gif",
                    "image/webp",
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/ogg",
                    "audio/vorbis",
                    "audio/opus",
                    "audio/x-aac");

    private LossyEncodings() {}

    /** Whether content of a type has usually lost some of its signal. */
    public static boolean contains(ContentType type) {
        return TYPES.contains(type.mediaType());
    }
}
