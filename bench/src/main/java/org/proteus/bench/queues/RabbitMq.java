package org.proteus.bench.queues;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A RabbitMQ of our own that runs. */
final class RabbitMq implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 200;
    private static final long LONGEST_STOP_SECONDS = 30;

    private final Process server;
    private final RabbitMqNode node;

    private RabbitMq(Process server, RabbitMqNode node) {
        this.server = server;
        this.node = node;
    }

    /** Starts it; everything of it lies in a folder. */
    static RabbitMq start(Path folder) throws IOException, InterruptedException {
        RabbitMqNode node = RabbitMqNode.in(folder, LOOPBACK);
        ProcessBuilder builder = new ProcessBuilder(node.command());
        builder.environment().putAll(node.environment());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("rabbitmq.log").toFile());
        RabbitMq broker = new RabbitMq(builder.start(), node);
        try {
            broker.awaitStart(folder);
            return broker;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            broker.close();
            throw failed;
        }
    }

    private void awaitStart(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IOException(
                        "RabbitMQ did not start: "
                                + Files.readString(folder.resolve("rabbitmq.log")));
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(node.host(), node.port()), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns its address. */
    String address() {
        return node.address();
    }

    /** Ends it, and the name service that it started. */
    @Override
    public void close() throws IOException {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        try {
            if (!server.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
            node.endNames(List.of());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
