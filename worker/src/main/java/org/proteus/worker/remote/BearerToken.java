package org.proteus.worker.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** A secret by which a coordinator knows who calls; no text form of it shows the value. */
public final class BearerToken {

    private static final int LONGEST = 4096;

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /**
     * Reads a token from a file that holds nothing else; white space around it is ignored.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is no token in it
     */
    public static BearerToken read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw unusable(file, "is longer than a token can be");
            }
            return new BearerToken(checked(file, Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "cannot read the token file " + file,
                            "check its path and that this user may read it"),
                    unreadable);
        }
    }

    private static String checked(Path file, String text) {
        if (text.isEmpty()) {
            throw unusable(file, "is empty");
        }
        if (!text.matches("[A-Za-z0-9._~+/=-]+")) {
            throw unusable(file, "has characters that no token has");
        }
        return text;
    }

    private static ProteusException unusable(Path file, String why) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "the token file " + file + " " + why,
                "copy the coordinator's token into it");
    }

    /** Returns the value of the HTTP header Authorization. */
    public String header() {
        return "Bearer " + value;
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "BearerToken[hidden]";
    }
}
