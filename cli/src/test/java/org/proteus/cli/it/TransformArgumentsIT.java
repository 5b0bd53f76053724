package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that cannot run: the exit code tells whose fault it is, the words what to do. */
@Execution(ExecutionMode.CONCURRENT)
final class TransformArgumentsIT {

    @TempDir private Path folder;

    private ProteusHome home;

    @BeforeEach
    void open() throws IOException {
        home = new ProteusHome(folder);
        Files.writeString(home.folder("in").resolve("a.txt"), "some words\n");
        Files.writeString(home.path("file"), "no folder");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("in", "pngg", "out", List.of(), 2, List.of("pngg", "png")),
                Arguments.of(
                        "in",
                        "png",
                        "out",
                        List.of("--set", "widht=3"),
                        2,
                        List.of("widht", "width")),
                Arguments.of("absent", "png", "out", List.of(), 1, List.of("absent", "not exist")),
                Arguments.of("in", "png", "in", List.of(), 2, List.of("same folder")),
                Arguments.of("gopher://x/", "png", "out", List.of(), 2, List.of("gopher", "ftp")),
                Arguments.of("in", "png", "out", List.of("--ratio", "7"), 2, List.of("ratio", "7")),
                Arguments.of("in", "png", "out", List.of("--frob"), 2, List.of("--frob")),
                Arguments.of("in", "png", "out", List.of("--set", "width"), 2, List.of("width")),
                Arguments.of(
                        "ftp://127.0.0.1/",
                        "png",
                        "out",
                        List.of("--from-password-file", "file"),
                        2,
                        List.of("--from-user")),
                Arguments.of("in", "png", "out", List.of("--detach"), 2, List.of("--server")),
                Arguments.of(
                        "in",
                        "png",
                        "out",
                        List.of("--webhook", "https://h/", "--webhook-secret-file", "file"),
                        2,
                        List.of("--server")),
                Arguments.of("in", "png", "out", List.of("--deadline", "soon"), 2, List.of("soon")),
                Arguments.of("in", "png", "out", List.of("--priority", "10"), 2, List.of("10")),
                Arguments.of("in", "txt", "file/out", List.of(), 1, List.of("file")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithReason(
            String from, String to, String into, List<String> more, int exit, List<String> words) {
        List<String> command =
                new ArrayList<>(List.of("transform", "--from", from, "--to", to, "--into", into));
        command.addAll(more);

        Outcome outcome = home.run(command.toArray(String[]::new));

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(exit);
        assertThat(outcome.err())
                .contains(words)
                .doesNotContain("\tat ", "Exception", "WARN", "Usage");
        assertThat(outcome.out()).isEmpty();
        assertThat(home.path("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--port 99999", "--workers -1", "--root a+b=/tmp", "--port abc", "--frob"})
    void badSettingsOfAServiceAreNoDefect(String options) {
        List<String> command = new ArrayList<>(List.of("serve", "--data", "data"));
        command.addAll(List.of(options.split(" ")));

        Outcome outcome = home.run(command.toArray(String[]::new));

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("proteus: ", "  -> ")
                .doesNotContain("\tat ", "Exception", "defect", "Usage");
    }

    @Test
    void aStateFolderThatCannotBeIsTold() throws IOException {
        Files.writeString(home.path("state"), "a file where a folder should be");

        Outcome outcome = home.run("transform", "--from", "in", "--to", "txt", "--into", "out");

        assertThat(outcome.exit()).as(outcome.all()).isEqualTo(1);
        assertThat(outcome.err())
                .contains(home.path("state").toString())
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void theSameCommandTwiceAtOnceIsRefused() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, asked, answer));
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.txt";
        String[] command = {"transform", "--from", url, "--to", "txt", "--into", "out"};
        try (ProteusProcess first = home.start(command)) {
            asked.await();
            Outcome second = home.run(command);

            assertThat(second.exit()).as(second.all()).isEqualTo(1);
            assertThat(second.err()).contains("another process").doesNotContain("\tat ");
            answer.countDown();
            Outcome end = first.await();
            assertThat(end.exit()).as(end.all()).isZero();
            assertThat(home.path("out/a.txt")).hasContent("from afar\n");
        } finally {
            answer.countDown();
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, CountDownLatch asked, CountDownLatch answer)
            throws IOException {
        byte[] body = "from afar\n".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            asked.countDown();
            awaitQuietly(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
