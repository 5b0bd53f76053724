package org.proteus.data.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.proteus.data.NoSuchHost;
import org.proteus.data.tree.ConnectionLostException;

/** Asks again, up to three times, when a server cannot be reached or has trouble of its own. */
final class WebRetries {

    private static final RetryPolicy<HttpResponse<InputStream>> POLICY =
            RetryPolicy.<HttpResponse<InputStream>>builder()
                    .handle(IOException.class)
                    .handleResultIf(response -> response.statusCode() >= 500)
                    .onRetry(event -> discard(event.getLastResult()))
                    .withMaxRetries(3)
                    .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
                    .build();

    private WebRetries() {}

    /** One exchange. */
    interface Exchange {
        HttpResponse<InputStream> send() throws IOException, InterruptedException;
    }

    static HttpResponse<InputStream> retrying(Exchange exchange) throws IOException {
        try {
            return Failsafe.with(POLICY).get(exchange::send);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while asking a web server");
            }
            throw new ConnectionLostException(reason(e.getCause()), e.getCause());
        }
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case HttpConnectTimeoutException _ -> "no connection within the time allowed";
            case HttpTimeoutException _ -> "no answer within the time allowed";
            case ConnectException c -> NoSuchHost.or(c, "connection refused");
            default -> Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
        };
    }

    /** An answer that is not looked at would hold its connection. */
    private static void discard(HttpResponse<InputStream> response) {
        if (response != null) {
            try {
                response.body().close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
