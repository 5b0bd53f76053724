package org.proteus.data;

import java.io.IOException;

/** The temporary object that should be published is gone, and so is a final one in its place. */
public final class TemporaryGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception for a temporary name. */
    public TemporaryGoneException(String temporaryName) {
        super("prepared object " + temporaryName + " is gone");
    }
}
