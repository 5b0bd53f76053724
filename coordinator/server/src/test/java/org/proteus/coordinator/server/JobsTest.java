package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.coordinator.server.RunningServer.json;
import static org.proteus.coordinator.server.RunningServer.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.InlineObject;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.Place;
import org.proteus.foundation.net.WireJson;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {

    private static final String RUNNING =
            """
            {"from":{"uri":"ftp://host/scans/"},"to":"png","into":{"uri":"file:///data/out/"}}\
            """;

    private RunningServer server;

    @BeforeAll
    void start() {
        server = new RunningServer();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static InlineObject object(String name, String text) {
        return new InlineObject(
                name, Optional.empty(), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String inline(InlineObject... objects) throws Exception {
        JobRequest request =
                new JobRequest(
                        Place.of(Place.INLINE),
                        "text/html",
                        Place.of(Place.INLINE),
                        Map.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(objects));
        HttpResponse<String> answer =
                server.post(
                        "/api/v1/jobs",
                        new String(WireJson.write(request), StandardCharsets.UTF_8));
        String id = json(answer, 201).get("id").asText();
        assertThat(answer.headers().firstValue("Location").map(URI::create))
                .hasValue(server.uri().resolve("/api/v1/jobs/" + id));
        return "/api/v1/jobs/" + id;
    }

    @Test
    void acceptsAJobAndShowsWhatBecameOfIt() throws Exception {
        String job = inline(object("a.txt", "one"), object("b.txt", "two"), object("c", "x"));
        assertThat(json(server.get(job), 200).get("state").asText()).isEqualTo("ENDED");
        JsonNode first = json(server.get(job + "/elements?limit=2"), 200);
        assertThat(first.get("items")).hasSize(2);
        JsonNode second =
                json(
                        server.get(job + "/elements?limit=2&cursor=" + first.get("next").asText()),
                        200);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
        assertThat(json(server.get(job + "/elements?state=refused"), 200).get("items")).isEmpty();
        assertThat(json(server.get(job + "/elements/2"), 200).get("name").asText())
                .isEqualTo("b.txt");
        assertThat(json(server.get(job + "/decisions"), 200).get(0).get("wanted").asInt())
                .isEqualTo(2);
        JsonNode chart = json(server.get(job + "/scaling"), 200);
        assertThat(chart.at("/points/0/rate").asDouble()).isEqualTo(3.5);
        assertThat(chart.at("/points/0").has("error")).isFalse();
        assertThat(chart.at("/points/0/cost/money/currency").asText()).isEqualTo("EUR");
        assertThat(chart.at("/decisions/0/ratio").asDouble()).isEqualTo(0.75);
    }

    @Test
    void givesResultsUnderTheirTypeAndAHarmlessName() throws Exception {
        String job = inline(object("../e\r\nX-Evil: 1\"; ü.txt", "one"));
        HttpResponse<String> content = server.get(job + "/elements/1/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo("ONE");
        assertThat(content.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(content.headers().firstValue("X-Evil")).isEmpty();
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"e__X-Evil_ 1__ _.")
                .contains("filename*=UTF-8''e__X-Evil%3A%201%22%3B%20%C3%BC.")
                .doesNotContain("..");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(content.headers().firstValue("Repr-Digest").orElseThrow())
                .isEqualTo("sha-256=:" + base64Sha256("ONE") + ":");
    }

    private static String base64Sha256(String text) throws Exception {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(java.security.MessageDigest.getInstance("SHA-256").digest(octets));
    }

    @Test
    void streamsTheReportLineByLine() throws Exception {
        InlineObject[] many = new InlineObject[450];
        for (int i = 0; i < many.length; i++) {
            many[i] = object("n" + i + "\n", "t" + i);
        }
        String job = inline(many);
        HttpResponse<String> report = server.get(job + "/report");
        assertThat(report.headers().firstValue("Content-Type")).hasValue("application/jsonl");
        List<String> lines = report.body().lines().toList();
        assertThat(lines).hasSize(many.length + 1);
        assertThat(WireJson.mapper().readTree(lines.get(449)).get("name").asText())
                .isEqualTo("n449\n");
        assertThat(WireJson.mapper().readTree(lines.getLast()).at("/summary/counts/DONE").asInt())
                .isEqualTo(450);
    }

    @Test
    void waitsUntilAJobHasEnded() throws Exception {
        String id = json(server.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
        String job = "/api/v1/jobs/" + id;
        assertThat(json(server.get(job + "?wait=1ms"), 200).get("state").asText())
                .isEqualTo("RUNNING");
        problem(server.post(job + "/retry", "{}"), 409, ErrorCode.CONFLICT);
        var waiting =
                server.client()
                        .sendAsync(
                                server.at(job + "?wait=50s").build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString());
        json(server.send(server.at(job + "/cancel").POST(BodyPublishers.noBody())), 200);
        Awaitility.await().until(waiting::isDone);
        assertThat(json(waiting.get(), 200).get("state").asText()).isEqualTo("ENDED");
        assertThat(json(server.post(job + "/retry", "{}"), 200).get("id").asText()).isEqualTo(id);
    }

    @Test
    void pausesAndResumesWhatHasNotEnded() throws Exception {
        String job =
                "/api/v1/jobs/"
                        + json(server.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
        assertThat(json(server.post(job + "/pause", "{}"), 200).get("state").asText())
                .isEqualTo("PAUSED");
        assertThat(json(server.get(job), 200).get("state").asText()).isEqualTo("PAUSED");
        assertThat(json(server.post(job + "/resume", "{}"), 200).get("state").asText())
                .isEqualTo("RUNNING");
        json(server.post(job + "/cancel", "{}"), 200);
        problem(server.post(job + "/pause", "{}"), 409, ErrorCode.CONFLICT);
        problem(server.post(job + "/resume", "{}"), 409, ErrorCode.CONFLICT);
        problem(server.post("/api/v1/jobs/none/pause", "{}"), 404, ErrorCode.NOT_FOUND);
    }

    @Test
    void removesWhatHasEnded() throws Exception {
        String job = inline(object("a.txt", "one"));
        assertThat(server.send(server.at(job).DELETE()).statusCode()).isEqualTo(204);
        problem(server.get(job), 404, ErrorCode.NOT_FOUND);
        problem(server.send(server.at(job).DELETE()), 404, ErrorCode.NOT_FOUND);
        String going =
                "/api/v1/jobs/"
                        + json(server.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
        problem(server.send(server.at(going).DELETE()), 409, ErrorCode.CONFLICT);
    }

    @Test
    void listsNewestFirstAndResumes() throws Exception {
        String first = json(server.post("/api/v1/jobs", RUNNING), 201).get("id").asText();
        JsonNode page = json(server.get("/api/v1/jobs?limit=1"), 200);
        assertThat(page.at("/items/0/id").asText()).isEqualTo(first);
        assertThat(json(server.post("/api/v1/jobs?resume=true", RUNNING), 201).get("id").asText())
                .isEqualTo("job1");
        problem(server.post("/api/v1/jobs?resume=maybe", RUNNING), 400, ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs/none",
                "/api/v1/jobs/none/elements",
                "/api/v1/jobs/none/elements/1",
                "/api/v1/jobs/none/elements/1/content",
                "/api/v1/jobs/none/elements/x",
                "/api/v1/jobs/none/decisions",
                "/api/v1/jobs/none/scaling",
                "/api/v1/jobs/none/report",
                "/api/v1/jobs/none?wait=1s",
                "/api/v1/programs/none",
                "/api/v1",
                "/api/v2/jobs",
                "/etc/passwd"
            })
    void saysWhatIsNotThere(String path) throws Exception {
        problem(server.get(path), 404, ErrorCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/jobs?limit=0",
                "/api/v1/jobs?limit=1001",
                "/api/v1/jobs?limit=x",
                "/api/v1/jobs?cursor=x",
                "/api/v1/jobs?offset=1",
                "/api/v1/jobs?limit=1&limit=2",
                "/api/v1/jobs/job1/elements?state=happy",
                "/api/v1/jobs/job1?wait=soon",
                "/api/v1/jobs/job1?wait=-1s",
                "/api/v1/jobs/%2e%2e/x",
                "/api/v1/jobs/a%2fb"
            })
    void refusesQueriesThatMakeNoSense(String path) throws Exception {
        inline(object("a", "b"));
        problem(server.get(path), 400, ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | from",
                "{\"from\":{\"uri\":\"a:\"},\"too\":\"png\"} | 'to'",
                "{\"from\":\"ftp://host/\"} | from",
                "{\"from\":{\"uri\":1}} | from",
                "{\"from\":{\"uri\":\"a:\"},\"from\":{\"uri\":\"b:\"}} | from",
                "[] | JSON",
                "{\"from\":{\"uri\":\"a:\"},\"objects\":[{\"name\":\"a\",\"content\":\"*\"}]} |"
                        + " Base64"
            })
    void refusesBrokenRequests(String body, String hint) throws Exception {
        JsonNode problem = problem(server.post("/api/v1/jobs", body), 400, ErrorCode.BAD_REQUEST);
        assertThat(problem.get("detail").asText() + problem.get("action").asText())
                .containsIgnoringCase(hint);
    }

    @Test
    void refusesHostileBodies() throws Exception {
        problem(
                server.post("/api/v1/jobs", "{\"options\":".repeat(5000)),
                400,
                ErrorCode.BAD_REQUEST);
        problem(
                server.post("/api/v1/jobs", " ".repeat(RunningServer.MAX_JSON + 1)),
                413,
                ErrorCode.TOO_LARGE);
        problem(
                server.send(
                        server.at("/api/v1/jobs")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString(RUNNING))),
                415,
                ErrorCode.BAD_REQUEST);
        problem(
                server.post("/api/v1/jobs", RUNNING.replace("png", "no/such/type")),
                400,
                ErrorCode.UNKNOWN_TYPE);
    }

    @Test
    void keepsPasswordsOutOfErrors() throws Exception {
        String secret =
                "{\"from\":{\"uri\":\"a:\",\"credentials\":{\"user\":\"u\",\"password\":\"hunter2\","
                        + "\"x\":1}}}";
        assertThat(server.post("/api/v1/jobs", secret).body()).doesNotContain("hunter2");
    }
}
