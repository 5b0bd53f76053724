package org.proteus.programs.image;

import java.util.Locale;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** What to say of an image that no reader can read to its end. */
final class BrokenImage {

    private BrokenImage() {}

    /** An image of a kind that the reader does not know may be read by another program. */
    static ProteusException because(Exception failure) {
        String reason = String.valueOf(failure.getMessage());
        String plain = reason.toLowerCase(Locale.ROOT);
        return new ProteusException(
                plain.contains("not supported") || plain.contains("unsupported")
                        ? Problem.of(
                                ErrorCode.PROGRAM_FAILED,
                                "images of this kind cannot be read: " + reason)
                        : new Problem(
                                ErrorCode.BROKEN_OBJECT,
                                "the image is broken: " + reason,
                                "check the object at its source"),
                failure);
    }
}
