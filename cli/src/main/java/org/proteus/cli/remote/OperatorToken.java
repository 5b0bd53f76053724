package org.proteus.cli.remote;

import java.nio.file.Path;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.worker.remote.BearerToken;

/**
 * What an operator shows to a server.
 *
 * @param file file with the token; without one nothing can be changed
 */
record OperatorToken(Optional<Path> file) {

    /** Returns the header Authorization. */
    String authorization() {
        return file.map(path -> BearerToken.read(path).header())
                .orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "only operators may change what the service knows",
                                "give --token-file; the service keeps operator.token in its data"
                                        + " folder"));
    }
}
