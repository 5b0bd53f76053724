package org.proteus.bench.chaos.load;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.net.WireJson;

/** A user of several coordinators, who asks the next one when one does not answer. Thread-safe. */
public final class RestClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<URI> coordinators;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    /**
     * @param coordinators where they answer
     */
    public RestClient(List<URI> coordinators) {
        this.coordinators = List.copyOf(coordinators);
    }

    /** Submits a job, or finds it if an earlier try was accepted without an answer. */
    JobView submit(JobRequest request) throws IOException, InterruptedException {
        return call(
                "jobs?resume=true",
                Optional.of(WireJson.write(request)),
                new TypeReference<JobView>() {});
    }

    /** Returns a job. */
    public JobView job(String job) throws IOException, InterruptedException {
        return call("jobs/" + job, Optional.empty(), new TypeReference<JobView>() {});
    }

    /** Lets what did not succeed run again. */
    public JobView retry(String job) throws IOException, InterruptedException {
        return call(
                "jobs/" + job + "/retry",
                Optional.of(new byte[0]),
                new TypeReference<JobView>() {});
    }

    /** Returns every element of a job. */
    public List<ElementView> elements(String job) throws IOException, InterruptedException {
        List<ElementView> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String cursor = next.get().isEmpty() ? "" : "&cursor=" + next.get();
            Page<ElementView> page =
                    call(
                            "jobs/" + job + "/elements?limit=1000" + cursor,
                            Optional.empty(),
                            new TypeReference<Page<ElementView>>() {});
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }

    private <T> T call(String path, Optional<byte[]> body, TypeReference<T> type)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        IOException last = new IOException("not asked");
        while (System.nanoTime() < end) {
            for (URI coordinator : coordinators) {
                try {
                    return once(coordinator.resolve("/api/v1/" + path), body, type);
                } catch (UnansweredException silent) {
                    last = silent;
                }
            }
            Thread.sleep(200);
        }
        throw last;
    }

    /** No coordinator's word on the matter. */
    private static final class UnansweredException extends IOException {
        private static final long serialVersionUID = 1L;

        UnansweredException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private <T> T once(URI uri, Optional<byte[]> body, TypeReference<T> type)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        body.ifPresent(sent ->
                request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(sent)));
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException silent) {
            throw new UnansweredException(uri + " does not answer", silent);
        }
        String said = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new UnansweredException(uri + " says " + said, null);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(uri + " refuses: " + said);
        }
        return WireJson.read(new ByteArrayInputStream(answer.body()), type);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
