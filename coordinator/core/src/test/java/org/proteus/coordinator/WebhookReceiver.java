package org.proteus.coordinator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that takes messages and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {

    /** A message as it came. */
    record Message(String path, String signature, String key, String body) {}

    final List<Message> messages = new CopyOnWriteArrayList<>();

    /** What it answers next; 200 when nothing is left. */
    final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    private final HttpServer server;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        messages.add(
                new Message(
                        exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Proteus-Signature"),
                        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                        body));
        Integer told = answers.poll();
        int status = told == null ? 200 : told;
        exchange.getResponseHeaders().add("Location", address() + "elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
