package org.proteus.worker.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * HTTP to the coordinators of one database, with the token in every request. One of them is talked
 * to, at first any, until it does not answer; then the next one is. Thread-safe.
 */
public final class CoordinatorConnection implements AutoCloseable {

    private static final String ACCEPTED =
            "application/json, application/problem+json, application/octet-stream";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final List<CoordinatorAddress> addresses;
    private final AtomicInteger current;
    private final BearerToken token;
    private final HttpClient client;
    private final Map<Object, Call> underWay = new ConcurrentHashMap<>();

    /** A request whose answer is waited for. */
    private record Call(HttpRequest request, CompletableFuture<?> answer) {}

    /**
     * Creates the connection; nothing is sent yet.
     *
     * @param addresses coordinators on the same database, at least one
     */
    public CoordinatorConnection(List<CoordinatorAddress> addresses, BearerToken token) {
        this.addresses = List.copyOf(addresses);
        // Many workers with the same list do not all begin with the same coordinator.
        this.current = new AtomicInteger(ThreadLocalRandom.current().nextInt(addresses.size()));
        this.token = token;
        this.client =
                HttpClient.newBuilder()
                        // Without the attempt to upgrade, which a proxy may answer wrongly.
                        .version(HttpClient.Version.HTTP_1_1)
                        // The token belongs to these addresses alone.
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .build();
    }

    /** Begins a request to the coordinator that is talked to now. */
    HttpRequest.Builder request(String endpoint, Duration timeout) {
        return HttpRequest.newBuilder(addresses.get(current.get()).endpoint(endpoint))
                .timeout(timeout)
                .header("Authorization", token.header())
                .header("Accept", ACCEPTED);
    }

    /**
     * Sends a request and reads the whole answer within the request's time.
     *
     * @return the answer's body, if it is a success
     * @throws ProteusException with what the coordinator says, or {@code UNAVAILABLE} if it says
     *     nothing
     */
    byte[] exchange(HttpRequest request) throws InterruptedException {
        // The client's own timeout ends with the headers; a coordinator may fall silent after them.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.ofByteArray());
        Object key = new Object();
        underWay.put(key, new Call(request, answer));
        try {
            long most = request.timeout().orElseThrow().toMillis();
            HttpResponse<byte[]> response = answer.get(most, TimeUnit.MILLISECONDS);
            if (isSuccess(response)) {
                return response.body();
            }
            throw refused(request, RemoteProblems.of(response.statusCode(), response.body()));
        } catch (ExecutionException failed) {
            throw silent(request, reason(failed));
        } catch (TimeoutException late) {
            throw silent(request, new IOException("no answer in time", late));
        } catch (CancellationException left) {
            throw silent(request, new IOException("it answers nobody", left));
        } finally {
            underWay.remove(key);
            answer.cancel(true);
        }
    }

    /**
     * Sends a request whose answer may be long.
     *
     * @return the answer's body, if it is a success; the caller closes it
     * @throws ProteusException as {@link #exchange}
     */
    InputStream open(HttpRequest request) throws InterruptedException {
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        if (isSuccess(response)) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            byte[] said = body.readNBytes(RemoteProblems.LONGEST);
            throw refused(request, RemoteProblems.of(response.statusCode(), said));
        } catch (IOException cut) {
            throw silent(request, cut);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws InterruptedException {
        try {
            return client.send(request, handler);
        } catch (IOException failed) {
            throw silent(request, failed);
        }
    }

    private static boolean isSuccess(HttpResponse<?> response) {
        return response.statusCode() / 100 == 2;
    }

    private static IOException reason(ExecutionException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CancellationException left) {
                return new IOException("it answers nobody", left);
            }
        }
        return failed.getCause() instanceof IOException known
                ? known
                : new IOException(failed.getCause());
    }

    /** One that cannot work now, its database being away perhaps, is left like a silent one. */
    private ProteusException refused(HttpRequest request, ProteusException problem) {
        if (problem.problem().code() == ErrorCode.UNAVAILABLE) {
            turnFrom(request);
        }
        return problem;
    }

    /** Turns to the next coordinator; returns what to tell of the one that did not answer. */
    ProteusException silent(HttpRequest request, IOException failed) {
        turnFrom(request);
        String why =
                failed.getMessage() == null
                        ? failed.getClass().getSimpleName()
                        : failed.getMessage();
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the coordinator at "
                                + request.uri().getAuthority()
                                + " does not answer: "
                                + why,
                        "check that it runs and can be reached"),
                failed);
    }

    /**
     * Of many calls that fail at the same coordinator, one turns away from it. What waits for it
     * still waits no longer: it can be said again, to the next one.
     */
    private void turnFrom(HttpRequest request) {
        int now = current.get();
        int next = (now + 1) % addresses.size();
        if (next != now && isTo(now, request) && current.compareAndSet(now, next)) {
            underWay.values().stream()
                    .filter(call -> isTo(now, call.request()))
                    .forEach(call -> call.answer().cancel(true));
        }
    }

    private boolean isTo(int coordinator, HttpRequest request) {
        return request.uri().toString().startsWith(addresses.get(coordinator).base() + "/");
    }

    /** Ends every connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
