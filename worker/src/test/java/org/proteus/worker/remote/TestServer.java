package org.proteus.worker.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.proteus.foundation.net.WireJson;

/** A real HTTP server that gives the answers of a test. */
final class TestServer implements AutoCloseable {

    /** What was asked, and by whom. */
    record Asked(String method, String uri, String authorization, String body) {}

    /** Answers one request. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    volatile Answer answer = text(200, "");
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server;

    TestServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(body, StandardCharsets.UTF_8)));
            answer.give(exchange);
        }
    }

    static Answer json(Object value) {
        return bytes(200, WireJson.write(value));
    }

    static Answer text(int status, String body) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer bytes(int status, byte[] body) {
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Promises more than comes. */
    static Answer half() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
        };
    }

    /** Never answers. */
    Answer silence() {
        return exchange -> awaitEnd();
    }

    /** Says that all is well, and then nothing more. */
    Answer silenceAfterHeaders() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().flush();
            awaitEnd();
        };
    }

    private void awaitEnd() throws IOException {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
    }
}
