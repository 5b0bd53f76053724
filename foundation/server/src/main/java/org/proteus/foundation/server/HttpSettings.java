package org.proteus.foundation.server;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Where a server listens and how much it lets a client ask of it.
 *
 * @param bind address or host name to listen on
 * @param port TCP port; 0 takes any that is free
 * @param hostNames names by which clients may call a server on loopback, besides {@code localhost}
 *     and its addresses; for a reverse proxy on the same machine
 * @param maxBodyBytes largest request body of all, in bytes; single endpoints may allow less
 * @param maxHeaderBytes largest request line and headers together, in bytes
 * @param maxConnections most connections open at once; more wait in the system's queue
 * @param idleTimeout longest silence on a connection before it is closed
 * @param drainTimeout how long requests under way may go on after a stop is asked for
 */
public record HttpSettings(
        String bind,
        int port,
        Set<String> hostNames,
        long maxBodyBytes,
        int maxHeaderBytes,
        int maxConnections,
        Duration idleTimeout,
        Duration drainTimeout) {

    /** Address that only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int HIGHEST_PORT = 65_535;

    /**
     * @throws IllegalArgumentException if a value is out of range; the message names it
     */
    public HttpSettings {
        Objects.requireNonNull(bind, "bind is null");
        hostNames = Set.copyOf(hostNames);
        require(!bind.isBlank(), "server.bind is empty; 127.0.0.1 is the usual value");
        require(port >= 0 && port <= HIGHEST_PORT, "server.port must be 0 to 65535, is " + port);
        require(maxBodyBytes > 0, "server.max-body must be above 0");
        require(maxHeaderBytes >= 1024, "server.max-header must be at least 1024 bytes");
        require(maxConnections > 0, "server.max-connections must be above 0");
        require(idleTimeout.isPositive(), "server.idle-timeout must be above 0s");
        require(!drainTimeout.isNegative(), "server.drain-timeout must be 0s or more");
    }

    /** Returns settings for that address and port with every other value at its default. */
    public static HttpSettings on(String bind, int port) {
        return new HttpSettings(
                bind,
                port,
                Set.of(),
                96L << 20,
                16 << 10,
                2048,
                Duration.ofSeconds(60),
                Duration.ofSeconds(5));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
