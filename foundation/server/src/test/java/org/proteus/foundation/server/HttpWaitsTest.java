package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.proteus.foundation.server.SampleService.problem;
import static org.proteus.foundation.server.SampleService.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.proteus.foundation.model.ErrorCode;

/** Calls and clients that let the other side wait; the tests mostly wait too, so all do at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class HttpWaitsTest {

    /** What is waited for where silence is the matter; anywhere else a slow machine is silent. */
    private static final Duration SHORT = Duration.ofSeconds(3);

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
                service.client()
                        .sendAsync(
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
                service.client()
                        .sendAsync(
                                HttpRequest.newBuilder(own.uri().resolve("/sample/late-wait"))
                                        .build(),
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
}
