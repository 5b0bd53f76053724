package org.proteus.bench.queues;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A RabbitMQ of our own: other ports, name and folders than a service that may run here. */
final class RabbitMq implements AutoCloseable {

    /** Debian's own starter wants to become another user; this is what it then runs. */
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long LOOK_MILLIS = 200;
    private static final long LONGEST_STOP_SECONDS = 30;

    private final Process server;
    private final Map<String, String> environment;
    private final int port;

    private RabbitMq(Process server, Map<String, String> environment, int port) {
        this.server = server;
        this.environment = environment;
        this.port = port;
    }

    /** Whether it is installed. */
    static boolean isInstalled() {
        return Files.isExecutable(SERVER);
    }

    /** Starts it; everything of it lies in a folder. */
    static RabbitMq start(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path plugins = Files.writeString(folder.resolve("enabled_plugins"), "[].\n");
        int port = freePort();
        Map<String, String> environment =
                Map.of(
                        "HOME", folder.toString(),
                        "RABBITMQ_NODENAME", "bench-" + port + "@localhost",
                        "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
                        "RABBITMQ_NODE_PORT", Integer.toString(port),
                        "RABBITMQ_DIST_PORT", Integer.toString(freePort()),
                        "ERL_EPMD_PORT", Integer.toString(freePort()),
                        "RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString(),
                        "RABBITMQ_LOG_BASE", folder.resolve("log").toString(),
                        "RABBITMQ_ENABLED_PLUGINS_FILE", plugins.toString());
        ProcessBuilder builder = new ProcessBuilder(SERVER.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("rabbitmq.log").toFile());
        RabbitMq broker = new RabbitMq(builder.start(), environment, port);
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
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns its address. */
    String address() {
        return "amqp://guest:guest@127.0.0.1:" + port + "//";
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
            ProcessBuilder names = new ProcessBuilder("epmd", "-kill");
            names.environment().putAll(environment);
            names.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
