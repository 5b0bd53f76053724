package org.proteus.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** A file with one secret: no argument of a command, where others could see it. */
final class SecretFile {

    private SecretFile() {}

    /**
     * Reads a secret.
     *
     * @param kind what it is, for the error message: password or secret
     * @throws ProteusException with {@code BAD_REQUEST} if the file cannot be read
     */
    static String read(String kind, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the " + kind + " file " + file + " cannot be read",
                            "it must be a text file that holds the " + kind + " and nothing else"),
                    e);
        }
    }
}
