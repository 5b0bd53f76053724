package org.proteus.data.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.proteus.foundation.model.Credentials;

/**
 * Asks web servers; every connection is made here. Follows at most five redirects, never from HTTPS
 * back to HTTP, and shows the credentials to the first server alone. Thread-safe.
 */
final class WebRequests implements AutoCloseable {

    private static final int REDIRECTS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Optional<Credentials> credentials;
    private final HttpClient client;
    private final IdleWatch watch;

    WebRequests(Optional<Credentials> credentials) {
        this(credentials, IDLE);
    }

    /** Creates the requests with a longest time for which a server may send nothing. */
    WebRequests(Optional<Credentials> credentials, Duration idle) {
        this.credentials = credentials;
        this.watch = new IdleWatch(idle);
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /** Returns what the server says of a URL, without its content if the server can do that. */
    WebAnswer describe(URI uri) throws IOException {
        HttpResponse<InputStream> response = followed("HEAD", uri);
        if (response.statusCode() == 405 || response.statusCode() == 501) {
            response.body().close();
            response = followed("GET", uri);
        }
        try (InputStream _ = WebFailures.accepted(response)) {
            return new WebAnswer(response.uri(), response.headers());
        }
    }

    /** Opens the content of a URL. */
    InputStream open(URI uri) throws IOException {
        HttpResponse<InputStream> response = followed("GET", uri);
        return watch.over(WebFailures.accepted(response));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<InputStream> followed(String method, URI first) throws IOException {
        URI uri = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response = ask(method, uri, sameServer(first, uri));
            Optional<URI> next = WebRedirect.next(response);
            if (next.isEmpty()) {
                return response;
            }
            response.body().close();
            uri = next.get();
        }
        throw new WebRefusal("the server redirects more than " + REDIRECTS + " times");
    }

    private HttpResponse<InputStream> ask(String method, URI uri, boolean trusted)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(IDLE)
                        .header("User-Agent", "proteus")
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (trusted) {
            credentials.ifPresent(user -> request.header("Authorization", basic(user)));
        }
        return WebRetries.retrying(
                () -> client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    private static boolean sameServer(URI first, URI now) {
        return first.getScheme().equalsIgnoreCase(now.getScheme())
                && first.getAuthority().equalsIgnoreCase(now.getAuthority());
    }

    private static String basic(Credentials user) {
        String pair = user.user() + ":" + user.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
