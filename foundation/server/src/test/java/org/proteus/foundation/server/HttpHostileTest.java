package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What strangers send: other names, foreign pages, broken HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class HttpHostileTest {

    private SampleService service;

    @BeforeAll
    void start() throws Exception {
        service = new SampleService();
    }

    @AfterAll
    void stop() {
        service.close();
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
}
