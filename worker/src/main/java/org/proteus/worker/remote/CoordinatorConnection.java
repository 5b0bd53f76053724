package org.proteus.worker.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** HTTP to one coordinator, with the token in every request. Thread-safe. */
public final class CoordinatorConnection implements AutoCloseable {

    private static final String ACCEPTED =
            "application/json, application/problem+json, application/octet-stream";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final CoordinatorAddress address;
    private final BearerToken token;
    private final HttpClient client;

    /** Creates the connection; nothing is sent yet. */
    public CoordinatorConnection(CoordinatorAddress address, BearerToken token) {
        this.address = address;
        this.token = token;
        this.client =
                HttpClient.newBuilder()
                        // Without the attempt to upgrade, which a proxy may answer wrongly.
                        .version(HttpClient.Version.HTTP_1_1)
                        // The token belongs to this address alone.
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .build();
    }

    HttpRequest.Builder request(String endpoint, Duration timeout) {
        return HttpRequest.newBuilder(address.endpoint(endpoint))
                .timeout(timeout)
                .header("Authorization", token.header())
                .header("Accept", ACCEPTED);
    }

    /**
     * Sends a request.
     *
     * @return the answer, if it is a success
     * @throws ProteusException with what the coordinator says, or {@code UNAVAILABLE} if it says
     *     nothing or something that cannot be understood
     */
    HttpResponse<InputStream> send(HttpRequest request) throws InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException silent) {
            throw unavailable(silent);
        }
        if (response.statusCode() / 100 == 2) {
            return response;
        }
        try (InputStream body = response.body()) {
            throw RemoteProblems.of(response.statusCode(), body);
        } catch (IOException cut) {
            throw unavailable(cut);
        }
    }

    ProteusException unavailable(IOException failed) {
        String why =
                failed.getMessage() == null
                        ? failed.getClass().getSimpleName()
                        : failed.getMessage();
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the coordinator at " + address.base() + " does not answer: " + why,
                        "check that it runs and can be reached"),
                failed);
    }

    /** Ends every connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
