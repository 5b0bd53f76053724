package org.proteus.coordinator.jclouds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * Where a provider's password or secret key is; exactly one of both.
 *
 * @param file a file that holds nothing else
 * @param variable a variable of this process's environment
 */
record Credential(Optional<Path> file, Optional<String> variable) {

    /**
     * Reads it.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is not there
     */
    String read() {
        return file.map(Credential::read)
                .or(() -> variable.map(System.getenv()::get))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "the provider's credential is empty: " + place(),
                                "put the password or secret key there"));
    }

    private String place() {
        return file.map(path -> "file " + path).orElseGet(() -> "variable " + variable.orElse("?"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the provider's credential file " + file + " cannot be read",
                            "check its path and that this user may read it"),
                    unreadable);
        }
    }
}
