package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.net.WireJson;

/** What a client meets whatever the endpoints; the tests mostly wait, so all do at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class HttpServiceTest {

    private static final int BODY_LIMIT = 100_000;

    /** What is waited for where silence is the matter; anywhere else a slow machine is silent. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final Duration LONG = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private HttpService service;

    static HttpSettings settings(int port) {
        return settings(port, LONG);
    }

    private static HttpSettings settings(int port, Duration idleTimeout) {
        return new HttpSettings(
                "127.0.0.1",
                port,
                Set.of("proteus.example"),
                BODY_LIMIT,
                8192,
                100,
                idleTimeout,
                Duration.ofSeconds(5));
    }

    /** The first request loads classes, which on a slow machine is a long silence too. */
    @BeforeAll
    void start() throws Exception {
        service = HttpService.on(settings(0)).rest(new SampleEndpoints()).maxJson(10_000).start();
        sendsJson();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(service.uri().resolve(path));
    }

    private static JsonNode problem(HttpResponse<String> response, int status, ErrorCode code)
            throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = WireJson.mapper().readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code.name());
        assertThat(problem.get("type").asText()).isEqualTo("urn:proteus:problem:" + code.slug());
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("instance").asText())
                .endsWith(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(response.body()).doesNotContain("at org.", "Exception", "jetty", "jersey");
        return problem;
    }

    @Test
    void answersOnAVirtualThreadWithSafeHeaders() throws Exception {
        HttpResponse<String> response = send(at("/sample/hello?name=a&option.width=3"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"hello\":\"a\"", "\"thread\":\"virtual\"");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().map())
                .doesNotContainKeys("server", "access-control-allow-origin");
    }

    @Test
    void keepsAPlainRequestIdAndReplacesAStrangeOne() throws Exception {
        assertThat(send(at("/sample/hello").header("X-Request-Id", "mine-1")).headers())
                .satisfies(h -> assertThat(h.firstValue("X-Request-Id")).hasValue("mine-1"));
        assertThat(send(at("/sample/hello").header("X-Request-Id", "a b;c")).headers())
                .satisfies(h ->
                        assertThat(h.firstValue("X-Request-Id").orElseThrow())
                                .matches("[0-9a-f]{16}"));
    }

    @Test
    void answersWhatIsNotThere() throws Exception {
        problem(send(at("/nowhere")), 404, ErrorCode.NOT_FOUND);
        problem(send(at("/sample/hello").DELETE()), 405, ErrorCode.BAD_REQUEST);
        assertThat(send(at("/sample/hello").DELETE()).headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET"));
        problem(
                send(at("/sample/hello").header("Accept", "image/png")),
                406,
                ErrorCode.BAD_REQUEST);
        problem(
                send(at("/sample/echo").header("Content-Type", "text/plain").POST(body("{}"))),
                415,
                ErrorCode.BAD_REQUEST);
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return BodyPublishers.ofString(text);
    }

    private HttpRequest.Builder echo(String json) {
        return at("/sample/echo").header("Content-Type", "application/json").POST(body(json));
    }

    @Test
    void readsJson() throws Exception {
        sendsJson();
    }

    private void sendsJson() throws Exception {
        assertThat(send(echo("{\"task\":\"a/1/0\",\"token\":7}")).body())
                .isEqualTo("{\"task\":\"a/1/0\",\"token\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{\"task\":\"a\"}", "{\"task\":1,\"token\":1}"})
    void refusesBrokenJson(String json) throws Exception {
        problem(send(echo(json)), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesDeepJson() throws Exception {
        problem(send(echo("[".repeat(4000))), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void namesTheFieldThatWasMeant() throws Exception {
        JsonNode problem =
                problem(
                        send(echo("{\"task\":\"a\",\"token\":1,\"tokem\":1}")),
                        400,
                        ErrorCode.BAD_REQUEST);
        assertThat(problem.get("detail").asText()).contains("tokem");
        assertThat(problem.get("action").asText()).contains("'token'");
    }

    @Test
    void refusesAStrangeOrRepeatedQueryParameter() throws Exception {
        JsonNode problem = problem(send(at("/sample/hello?nane=1")), 400, ErrorCode.BAD_REQUEST);
        assertThat(problem.get("action").asText()).contains("'name'");
        problem(send(at("/sample/hello?name=1&name=2")), 400, ErrorCode.BAD_REQUEST);
        problem(send(at("/sample/hello?option.=1")), 400, ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesTooMuchJsonOfKnownAndUnknownLength() throws Exception {
        String large = "{\"task\":\"" + "a".repeat(20_000) + "\",\"token\":1}";
        problem(send(echo(large)), 413, ErrorCode.TOO_LARGE);
        problem(
                send(
                        at("/sample/echo")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(() ->
                                                new java.io.ByteArrayInputStream(
                                                        large.getBytes(StandardCharsets.UTF_8))))),
                413,
                ErrorCode.TOO_LARGE);
    }

    @Test
    void refusesABodyAboveTheLimitOfAll() throws Exception {
        byte[] large = new byte[BODY_LIMIT + 1];
        problem(
                send(at("/sample/count").PUT(BodyPublishers.ofByteArray(large))),
                413,
                ErrorCode.TOO_LARGE);
        problem(
                send(
                        at("/sample/count")
                                .PUT(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(large)))),
                413,
                ErrorCode.TOO_LARGE);
    }

    @Test
    void keepsDefectsToItself() throws Exception {
        HttpResponse<String> response = send(at("/sample/defect"));
        problem(response, 500, ErrorCode.INTERNAL);
        assertThat(response.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void answersEveryErrorCode(ErrorCode code) throws Exception {
        HttpResponse<String> response = send(at("/sample/refuse?code=" + code));
        JsonNode problem = problem(response, ProblemStatus.of(code), code);
        assertThat(problem.get("action").asText()).isEqualTo("do this");
        assertThat(response.statusCode()).isBetween(400, 599);
        boolean later = response.statusCode() == 429 || response.statusCode() == 503;
        assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({
        "evil.example, 421",
        "evil.example:80, 421",
        "localhost.evil.example, 421",
        "127.0.0.1.evil.example, 421",
        "localhost, 200",
        "LOCALHOST:99, 200",
        "127.0.0.1, 200",
        "[::1]:8080, 200",
        "proteus.example, 200"
    })
    void answersToItsOwnNamesOnly(String host, int status) throws Exception {
        String answer =
                RawHttp.send(
                        service.uri(),
                        "GET /sample/hello HTTP/1.1\r\nHost: "
                                + host
                                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin: http://evil.example, 403",
        "Origin: null, 403",
        "Origin: http://127.0.0.1:1, 403",
        "Sec-Fetch-Site: cross-site, 403",
        "Sec-Fetch-Site: same-site, 403",
        "Sec-Fetch-Site: same-origin, 200",
        "Accept: application/json, 200"
    })
    void letsNoForeignPageChangeAnything(String header, int status) throws Exception {
        String answer =
                RawHttp.send(
                        service.uri(),
                        "PUT /sample/count HTTP/1.1\r\nHost: localhost\r\n"
                                + header
                                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab");
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1\\r\\n\\r\\n | 400",
                "GET /a b HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GARBAGE\\r\\n\\r\\n | 400",
                "GET /%2e%2e/etc HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET /a/..%2fb HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n"
                        + " | 400",
                "GET /%00 HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 400",
                "GET / HTTP/9.9\\r\\nHost: localhost\\r\\n\\r\\n | 505",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: -1\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nHost: localhost\\r\\nContent-Length: 1\\r\\nContent-Length: 2"
                        + "\\r\\n\\r\\n | 400",
                "TRACE /sample/hello HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n"
                        + " | 405"
            })
    void answersBrokenHttpWithAProblem(String request, int status) throws Exception {
        String answer =
                RawHttp.send(service.uri(), request.replace("\\r\\n", "\r\n").stripLeading());
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("urn:proteus:problem:").doesNotContain("at org.", "Exception");
    }

    @Test
    void refusesHugeHeadersAndAddresses() throws Exception {
        String start = "GET /sample/hello HTTP/1.1\r\nHost: localhost\r\n";
        assertThat(RawHttp.send(service.uri(), start + "X: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("urn:proteus:problem:too-large");
        assertThat(RawHttp.send(service.uri(), "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("urn:proteus:problem:too-large");
    }

    @Test
    void endsABodyThatNeverComes() throws Exception {
        try (HttpService own =
                HttpService.on(settings(0, SHORT)).rest(new SampleEndpoints()).start()) {
            String answer =
                    RawHttp.send(
                            own.uri(),
                            "PUT /sample/count HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Length: 100\r\n\r\nab");
            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("urn:proteus:problem:bad-request");
        }
    }

    @Test
    void interruptsACallWhoseClientHangsUp() throws Exception {
        SampleEndpoints endpoints = new SampleEndpoints();
        try (HttpService own = HttpService.on(settings(0)).rest(endpoints).start()) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), own.uri().getPort())) {
                socket.getOutputStream()
                        .write(
                                "GET /sample/wait HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(endpoints.waiting.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(endpoints.interrupted.getCount()).isEqualTo(1);
            }
            assertThat(endpoints.interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void noticesThatAClientHungUpWithoutAnInterrupt() throws Exception {
        SampleEndpoints endpoints = new SampleEndpoints();
        try (HttpService own = HttpService.on(settings(0)).rest(endpoints).start()) {
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), own.uri().getPort())) {
                String wait = "GET /sample/slices HTTP/1.1\r\nHost: localhost\r\n\r\n";
                socket.getOutputStream().write(wait.getBytes(StandardCharsets.US_ASCII));
                assertThat(endpoints.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(endpoints.gone.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(endpoints.interrupted.getCount()).isEqualTo(1);
        }
    }

    @Test
    void keepsAWaitingConnectionBeyondTheIdleTimeout() throws Exception {
        SampleEndpoints endpoints = new SampleEndpoints();
        HttpService own = HttpService.on(settings(0, SHORT)).rest(endpoints).start();
        var answer =
                client.sendAsync(
                        HttpRequest.newBuilder(own.uri().resolve("/sample/wait")).build(),
                        BodyHandlers.ofString());
        assertThat(endpoints.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(endpoints.interrupted.await(5, TimeUnit.SECONDS)).isFalse();
        own.close();
        problem(answer.get(20, TimeUnit.SECONDS), 503, ErrorCode.UNAVAILABLE);
    }

    @Test
    void endsACallThatBeginsToWaitWhileTheServerStops() throws Exception {
        SampleEndpoints endpoints = new SampleEndpoints();
        HttpService own = HttpService.on(settings(0)).rest(endpoints).start();
        var answer =
                client.sendAsync(
                        HttpRequest.newBuilder(own.uri().resolve("/sample/late-wait")).build(),
                        BodyHandlers.ofString());
        assertThat(endpoints.waiting.await(20, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofVirtual().start(own::close);
        while (accepts(own.uri().getPort())) {
            Thread.sleep(10);
        }
        endpoints.serverStops.countDown();
        problem(answer.get(20, TimeUnit.SECONDS), 503, ErrorCode.UNAVAILABLE);
        closing.join();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void usesAConnectionAgainAfterAWait() throws Exception {
        String wait = "GET /sample/short-wait HTTP/1.1\r\nHost: localhost\r\n";
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.uri().getPort())) {
            for (int i = 0; i < 50; i++) {
                socket.getOutputStream().write((wait + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(readOne(socket)).contains("virtual");
            }
        }
    }

    @Test
    void sendsThePipelinedRequestOfAWaitingClientElsewhere() throws Exception {
        SampleEndpoints endpoints = new SampleEndpoints();
        HttpService own = HttpService.on(settings(0)).rest(endpoints).start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), own.uri().getPort())) {
            String wait = "GET /sample/wait HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(wait.getBytes(StandardCharsets.US_ASCII));
            assertThat(endpoints.waiting.await(20, TimeUnit.SECONDS)).isTrue();
            socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            assertThat(endpoints.interrupted.await(2, TimeUnit.SECONDS)).isFalse();
            own.close();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 503")
                    .contains("Connection: close");
        }
    }

    private static String readOne(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("}")) {
            int read = socket.getInputStream().read();
            assertThat(read).isNotNegative();
            text.append((char) read);
        }
        return text.toString();
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
