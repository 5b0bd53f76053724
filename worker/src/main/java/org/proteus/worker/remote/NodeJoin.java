package org.proteus.worker.remote;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Joining;
import org.proteus.foundation.net.WireJson;

/**
 * How the worker of a node comes by its token: it makes one, and has it accepted against the node's
 * one-time token. Started again, it goes on from wherever it was.
 */
public final class NodeJoin {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private NodeJoin() {}

    /**
     * Joins, unless that is done, and returns the worker's own token.
     *
     * @param worker id of the worker, which is that of its node
     * @param joinFile holds the one-time token; deleted once the worker has joined
     * @param tokenFile where the worker's own token lies or is put
     * @throws ProteusException with {@code UNAUTHORIZED} if the one-time token is not accepted,
     *     with {@code UNAVAILABLE} if no coordinator answers
     */
    public static BearerToken token(
            List<CoordinatorAddress> coordinators, String worker, Path joinFile, Path tokenFile) {
        if (!Files.exists(joinFile)) {
            return BearerToken.read(tokenFile);
        }
        BearerToken own =
                Files.exists(tokenFile)
                        ? BearerToken.read(tokenFile)
                        : BearerToken.create(tokenFile);
        try (CoordinatorConnection connection =
                new CoordinatorConnection(coordinators, BearerToken.read(joinFile))) {
            byte[] _ = connection.exchange(request(connection, new Joining(worker, own.sha256())));
            Files.delete(joinFile);
            return own;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProteusException(
                    Problem.of(ErrorCode.UNAVAILABLE, "joining was interrupted"), stopped);
        } catch (IOException kept) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "cannot delete the file of the one-time token " + joinFile,
                            "check the rights on its folder"),
                    kept);
        }
    }

    private static HttpRequest request(CoordinatorConnection connection, Joining joining) {
        return connection
                .request("join", TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(joining)))
                .build();
    }
}
