package org.proteus.data.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.data.DataHandlers;
import org.proteus.data.DataSource;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WebPagesTest {

    private static final byte[] CONTENT = "the content".getBytes(UTF_8);

    private final DataHandlers handlers = new DataHandlers(List.of(new WebPages()));
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        server = started();
        other = started();
    }

    private HttpServer started() throws IOException {
        HttpServer started =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        started.createContext("/", exchange -> answer(exchange, 200, "X", "y"));
        started.start();
        return started;
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    @Test
    void oneUrlIsASourceOfOneObject() throws IOException {
        server.createContext(
                "/docs/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
                    answer(exchange, 200, "ETag", "\"v1\"");
                });
        try (DataSource source = source("/docs/a%20b.txt?x=1")) {
            SourceEntry entry = source.list(Optional.empty()).next();
            assertThat(entry.name()).isEqualTo("a b.txt");
            assertThat(entry.size()).isEqualTo(CONTENT.length);
            assertThat(entry.etag()).isEqualTo("\"v1\"");
            assertThat(entry.typeHint().map(ContentType::mediaType)).contains("text/plain");
            assertThat(source.open(entry.entry())).hasBinaryContent(CONTENT);
            assertThat(source.list(Optional.of(entry.entry())).hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "attachment; filename=plain.pdf | plain.pdf",
                "attachment; filename=\"with space.pdf\" | with space.pdf",
                "attachment; filename=\"../../etc/passwd\" | passwd",
                "attachment; filename=\"C:\\\\dir\\\\x.doc\" | x.doc",
                "attachment; filename=\"..\" | page",
                "attachment; filename=a.txt; filename*=UTF-8''%E6%97%A5.txt | 日.txt",
                "inline | page",
            })
    void theServerMayNameTheObjectButNoFolder(String disposition, String name) throws IOException {
        server.createContext(
                "/named/", exchange -> answer(exchange, 200, "Content-Disposition", disposition));
        try (DataSource source = source("/named/page")) {
            assertThat(source.list(Optional.empty()).next().name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, UNAUTHORIZED",
        "404, SOURCE_UNREADABLE",
        "500, SOURCE_UNREADABLE",
        "206, SOURCE_UNREADABLE"
    })
    void errorsAreTranslated(int status, ErrorCode code) {
        server.createContext("/bad", exchange -> answer(exchange, status, "X", "y"));
        assertThatThrownBy(() -> source("/bad?token=s3cret"))
                .isInstanceOfSatisfying(
                        ProteusException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
                .hasMessageContaining(String.valueOf(status));
    }

    @Test
    void serverTroubleIsTriedAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        server.createContext(
                "/shaky",
                exchange -> answer(exchange, asked.incrementAndGet() < 4 ? 503 : 200, "X", "y"));
        try (DataSource source = source("/shaky")) {
            assertThat(source.list(Optional.empty()).next().size()).isEqualTo(CONTENT.length);
        }
        assertThat(asked).hasValue(4);
    }

    @Test
    void redirectsAreFollowedFiveTimesAtMost() throws IOException {
        server.createContext("/hop", this::hop);
        try (DataSource source = source("/hop5")) {
            assertThat(source.open(source.list(Optional.empty()).next().entry()))
                    .hasBinaryContent(CONTENT);
        }
        assertThatThrownBy(() -> source("/hop6")).hasMessageContaining("more than 5 times");
    }

    @Test
    void redirectsToOtherSchemesAreNotFollowed() {
        server.createContext(
                "/away", exchange -> answer(exchange, 302, "Location", "file:///etc/passwd"));
        assertThatThrownBy(() -> source("/away")).hasMessageContaining("is not followed");
    }

    @Test
    void credentialsAreShownToTheFirstServerOnly() throws IOException {
        server.createContext(
                "/start",
                exchange -> {
                    authorizations.add("first " + authorization(exchange));
                    answer(exchange, 302, "Location", url(other, "/end"));
                });
        other.createContext(
                "/end",
                exchange -> {
                    authorizations.add("other " + authorization(exchange));
                    answer(exchange, 200, "X", "y");
                });
        Credentials user = new Credentials("ann", "pä:ss");
        handlers.source(url(server, "/start"), Optional.of(user), true).close();
        assertThat(authorizations).containsExactly("first Basic YW5uOnDDpDpzcw==", "other none");
    }

    @Test
    void contentThatBreaksOffIsAFailureAndNotAShortFile() throws IOException {
        server.createContext(
                "/short",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[1000]);
                    exchange.getResponseBody().flush();
                    exchange.close();
                });
        try (DataSource source = source("/short");
                InputStream content = source.open("content")) {
            assertThatThrownBy(content::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broke off");
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreadable() {
        String gone = url(server, "/x");
        server.stop(0);
        assertThatThrownBy(() -> handlers.source(gone, Optional.empty(), true))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ErrorCode.SOURCE_UNREADABLE))
                .hasMessageContaining("connection refused");
    }

    @Test
    void aHostThatNobodyKnowsIsNotARefusedConnection() {
        assertThatThrownBy(() -> handlers.source("http://nosuch.invalid/x", Optional.empty(), true))
                .hasMessageContaining("no such host");
    }

    @Test
    void contentThatFallsSilentFails() throws IOException {
        server.createContext(
                "/silent",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write(new byte[1000]);
                    exchange.getResponseBody().flush();
                });
        try (WebRequests requests = new WebRequests(Optional.empty(), Duration.ofMillis(200));
                InputStream content = requests.open(URI.create(url(server, "/silent")))) {
            assertThatThrownBy(content::readAllBytes).hasMessageContaining("sent nothing");
        }
    }

    private void hop(HttpExchange exchange) throws IOException {
        int left = Integer.parseInt(exchange.getRequestURI().getPath().substring("/hop".length()));
        if (left == 0) {
            answer(exchange, 200, "X", "y");
        } else {
            answer(exchange, 302, "Location", "/hop" + (left - 1));
        }
    }

    private static String authorization(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("none");
    }

    private static void answer(HttpExchange exchange, int status, String header, String value)
            throws IOException {
        exchange.getResponseHeaders().add(header, value);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(CONTENT.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
        }
        exchange.close();
    }

    private DataSource source(String path) {
        return handlers.source(url(server, path), Optional.empty(), true);
    }

    private static String url(HttpServer server, String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
