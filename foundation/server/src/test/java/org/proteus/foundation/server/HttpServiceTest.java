package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.proteus.foundation.server.SampleService.problem;
import static org.proteus.foundation.server.SampleService.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** What a client meets whatever the endpoints. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class HttpServiceTest {

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
    void answersOnAVirtualThreadWithSafeHeaders() throws Exception {
        HttpResponse<String> response =
                service.send(service.at("/sample/hello?name=a&option.width=3"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"hello\":\"a\"", "\"thread\":\"virtual\"");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().map())
                .doesNotContainKeys("server", "access-control-allow-origin");
    }

    @Test
    void keepsAPlainRequestIdAndReplacesAStrangeOne() throws Exception {
        assertThat(
                        service.send(service.at("/sample/hello").header("X-Request-Id", "mine-1"))
                                .headers())
                .satisfies(h -> assertThat(h.firstValue("X-Request-Id")).hasValue("mine-1"));
        assertThat(
                        service.send(service.at("/sample/hello").header("X-Request-Id", "a b;c"))
                                .headers())
                .satisfies(h ->
                        assertThat(h.firstValue("X-Request-Id").orElseThrow())
                                .matches("[0-9a-f]{16}"));
    }

    @Test
    void answersWhatIsNotThere() throws Exception {
        problem(service.send(service.at("/nowhere")), 404, ErrorCode.NOT_FOUND);
        problem(service.send(service.at("/sample/hello").DELETE()), 405, ErrorCode.BAD_REQUEST);
        assertThat(service.send(service.at("/sample/hello").DELETE()).headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        problem(
                service.send(service.at("/sample/hello").header("Accept", "image/png")),
                406,
                ErrorCode.BAD_REQUEST);
        problem(
                service.send(
                        service.at("/sample/echo")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))),
                415,
                ErrorCode.BAD_REQUEST);
    }

    @Test
    void keepsDefectsToItself() throws Exception {
        HttpResponse<String> response = service.send(service.at("/sample/defect"));
        problem(response, 500, ErrorCode.INTERNAL);
        assertThat(response.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void answersEveryErrorCode(ErrorCode code) throws Exception {
        HttpResponse<String> response = service.send(service.at("/sample/refuse?code=" + code));
        JsonNode problem = problem(response, ProblemStatus.of(code), code);
        assertThat(problem.get("action").asText()).isEqualTo("do this");
        assertThat(response.statusCode()).isBetween(400, 599);
        boolean later = response.statusCode() == 429 || response.statusCode() == 503;
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(later);
    }

    @Test
    void saysWhoseFaultItIsThatItCannotListen() {
        assertThatThrownBy(() -> HttpService.on(settings(service.uri().getPort())).start())
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.IN_USE);
                            assertThat(e.problem().message()).contains("taken");
                        });
        assertThatThrownBy(() -> HttpService.on(HttpSettings.on("192.0.2.1", 0)).start())
                .hasMessageContaining("not an address of this machine");
        assertThatThrownBy(() -> HttpService.on(HttpSettings.on("no-such-host.invalid", 0)).start())
                .hasMessageContaining("no-such-host.invalid");
        assertThatThrownBy(() -> HttpSettings.on("127.0.0.1", 70_000))
                .hasMessageContaining("server.port");
    }

    @Test
    void namesTheAddressItGot() {
        assertThat(service.uri())
                .isEqualTo(URI.create("http://127.0.0.1:" + service.uri().getPort()));
    }
}
