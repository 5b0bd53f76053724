package org.proteus.bench.queues;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a RabbitMQ of our own is started, again and again on the same data: it has other ports,
 * another name and other folders than a service that may run here.
 *
 * @param environment what its commands find in their environment
 * @param host address that it listens on
 * @param port port for clients
 */
public record RabbitMqNode(Map<String, String> environment, String host, int port) {

    /** Debian's own starter wants to become another user; this is what it then runs. */
    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    public RabbitMqNode {
        environment = Map.copyOf(environment);
    }

    /** Whether it is installed. */
    static boolean isInstalled() {
        return Files.isExecutable(SERVER);
    }

    /** Prepares one; everything of it lies in a folder. */
    public static RabbitMqNode in(Path folder, String host) throws IOException {
        Files.createDirectories(folder);
        Path plugins = Files.writeString(folder.resolve("enabled_plugins"), "[].\n");
        // Its only user may else come from this machine alone, not from a namespace of it.
        Path config = Files.writeString(folder.resolve("own.conf"), "loopback_users = none\n");
        int port = freePort();
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", folder.toString());
        environment.put("RABBITMQ_NODENAME", "bench-" + port + "@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", host);
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(port));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(freePort()));
        environment.put("ERL_EPMD_PORT", Integer.toString(freePort()));
        environment.put("RABBITMQ_MNESIA_BASE", folder.resolve("mnesia").toString());
        environment.put("RABBITMQ_LOG_BASE", folder.resolve("log").toString());
        environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", plugins.toString());
        environment.put("RABBITMQ_CONFIG_FILE", config.toString());
        return new RabbitMqNode(environment, host, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Returns its command. */
    public List<String> command() {
        return List.of(SERVER.toString());
    }

    /** Returns what clients in Python call it. */
    public String address() {
        return "pyamqp://guest:guest@%s:%d//".formatted(host, port);
    }

    /**
     * Ends the name service that it has started, once it has ended itself.
     *
     * @param prefix what stands before a command where it ran
     */
    public void endNames(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("epmd", "-kill"));
        ProcessBuilder names = new ProcessBuilder(command);
        names.environment().putAll(environment);
        names.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
