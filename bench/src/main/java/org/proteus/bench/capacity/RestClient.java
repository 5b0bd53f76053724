package org.proteus.bench.capacity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.net.WireJson;

/** What a measurement asks of a service. */
final class RestClient implements AutoCloseable {

    private final URI base;
    private final HttpClient http = HttpClient.newHttpClient();

    RestClient(URI service) {
        base = service.resolve("/api/v1/");
    }

    JobView submit(JobRequest request) throws IOException, InterruptedException {
        HttpRequest post =
                HttpRequest.newBuilder(base.resolve("jobs"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(WireJson.write(request)))
                        .build();
        return WireJson.mapper().readValue(send(post), new TypeReference<JobView>() {});
    }

    JobView job(String id) throws IOException, InterruptedException {
        return WireJson.mapper().readValue(get("jobs/" + id), new TypeReference<JobView>() {});
    }

    byte[] get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)).build());
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
