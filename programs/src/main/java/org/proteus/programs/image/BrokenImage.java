package org.proteus.programs.image;

import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** What to say of an image that no reader can read to its end. */
final class BrokenImage {

    private BrokenImage() {}

    static ProteusException because(Exception failure) {
        return new ProteusException(
                new Problem(
                        ErrorCode.BROKEN_OBJECT,
                        "the image is broken: " + failure.getMessage(),
                        "check the object at its source"),
                failure);
    }
}
