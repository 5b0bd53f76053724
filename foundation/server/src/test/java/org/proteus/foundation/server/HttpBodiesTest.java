package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.foundation.server.SampleService.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;

/** What is read of a request and what of it is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class HttpBodiesTest {

    private SampleService service;

    @BeforeAll
    void start() throws Exception {
        service = new SampleService();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void readsJson() throws Exception {
        assertThat(service.send(service.echo("{\"task\":\"a/1/0\",\"token\":7}")).body())
                .isEqualTo("{\"task\":\"a/1/0\",\"token\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"task\":\"a\"}", "{\"task\":1,\"token\":1}"})
    void refusesBrokenJson(String json) throws Exception {
        problem(service.send(service.echo(json)), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesDeepJson() throws Exception {
        problem(service.send(service.echo("[".repeat(4000))), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void namesTheFieldThatWasMeant() throws Exception {
        JsonNode problem =
                problem(
                        service.send(service.echo("{\"task\":\"a\",\"token\":1,\"tokem\":1}")),
                        400,
                        ErrorCode.BAD_REQUEST);
        assertThat(problem.get("detail").asText()).contains("tokem");
        assertThat(problem.get("action").asText()).contains("'token'");
    }

    @Test
    void refusesAStrangeOrRepeatedQueryParameter() throws Exception {
        JsonNode problem =
                problem(
                        service.send(service.at("/sample/hello?nane=1")),
                        400,
                        ErrorCode.BAD_REQUEST);
        assertThat(problem.get("action").asText()).contains("'name'");
        problem(
                service.send(service.at("/sample/hello?name=1&name=2")),
                400,
                ErrorCode.BAD_REQUEST);
        problem(service.send(service.at("/sample/hello?option.=1")), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesTooMuchJsonOfKnownAndUnknownLength() throws Exception {
        String large = "{\"task\":\"" + "a".repeat(20_000) + "\",\"token\":1}";
        problem(service.send(service.echo(large)), 413, ErrorCode.TOO_LARGE);
        problem(
                service.send(
                        service.at("/sample/echo")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(() ->
                                                new ByteArrayInputStream(
                                                        large.getBytes(StandardCharsets.UTF_8))))),
                413,
                ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesABodyAboveTheLimitOfAll() throws Exception {
        byte[] large = new byte[SampleService.BODY_LIMIT + 1];
        problem(
                service.send(service.at("/sample/count").PUT(BodyPublishers.ofByteArray(large))),
                413,
                ErrorCode.TOO_LARGE);
        problem(
                service.send(
                        service.at("/sample/count")
                                .PUT(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large)))),
                413,
                ErrorCode.TOO_LARGE);
    }
}
