package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.Page;
import org.proteus.foundation.net.WireJson;

/** A {@code proteus serve} on a free port, and a client of its REST interface. */
final class RunningService implements AutoCloseable {

    /** Long enough for a machine that does much else; no test measures time. */
    static final Duration LONG = Duration.ofMinutes(3);

    private static final Pattern ADDRESS = Pattern.compile("Proteus listens on (\\S+)");

    private final ProteusProcess process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(ProteusProcess process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts a service whose requests may name files below the home. */
    static RunningService start(ProteusHome home, String... more) {
        return start(home, "service", Map.of(), more);
    }

    /** Starts a service with this data folder in the home and these further settings. */
    static RunningService start(
            ProteusHome home, String data, Map<String, String> settings, String... more) {
        return onPort(home, 0, data, settings, more);
    }

    /** Starts a service on a port that others know. */
    static RunningService onPort(
            ProteusHome home, int port, String data, Map<String, String> settings, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
        arguments.addAll(List.of("--data", home.path(data).toString()));
        arguments.addAll(List.of("--root", "home=" + home.path("")));
        arguments.addAll(List.of(more));
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PROTEUS_COORDINATOR_HEARTBEAT", "2s");
        ProteusProcess process = home.start(environment, arguments.toArray(String[]::new));
        await().atMost(LONG).until(() -> !process.isAlive() || address(process).find());
        Matcher address = address(process);
        assertThat(address.find()).as(process.out() + process.err()).isTrue();
        return new RunningService(process, URI.create(address.group(1)));
    }

    private static Matcher address(ProteusProcess process) {
        return ADDRESS.matcher(process.out());
    }

    ProteusProcess process() {
        return process;
    }

    URI address() {
        return address;
    }

    JobView submit(Path from, String to, Path into) {
        return submit(JobRequest.of(from.toUri().toString(), to, into.toUri().toString()));
    }

    JobView submit(JobRequest request) {
        HttpResponse<byte[]> answer =
                send(
                        request("jobs")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(WireJson.write(request))));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isBetween(200, 202);
        return read(answer, new TypeReference<>() {});
    }

    JobView job(String id) {
        return read(send(request("jobs/" + id)), new TypeReference<>() {});
    }

    JobView awaitEnd(String job) {
        await().atMost(LONG).until(() -> job(job).state().isFinal());
        return job(job);
    }

    void awaitEnded(String job, long elements) {
        await().atMost(LONG).until(() -> job(job).endedElements() >= elements);
    }

    List<ElementView> elements(String job) {
        Page<ElementView> page =
                read(
                        send(request("jobs/" + job + "/elements?limit=1000")),
                        new TypeReference<>() {});
        return page.items();
    }

    JsonNode get(String path) {
        return read(send(request(path)), new TypeReference<>() {});
    }

    /** Transforms an object and waits for it, as {@code curl -T} does. */
    HttpResponse<byte[]> transform(Path object, String to) throws IOException {
        return send(request("transform?to=" + to).PUT(BodyPublishers.ofFile(object)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve("/api/v1/" + path)).timeout(LONG);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(process.err(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static <T> T read(HttpResponse<byte[]> answer, TypeReference<T> type) {
        try {
            return WireJson.mapper().readValue(answer.body(), type);
        } catch (IOException e) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8), e);
        }
    }

    /** Asks it to end (SIGTERM) and waits until it has. */
    Outcome stop() {
        process.signal("TERM");
        return process.await();
    }

    /** Kills it as {@code kill -9} does. */
    @Override
    public void close() {
        http.shutdownNow();
        process.close();
    }
}
