package org.proteus.coordinator.server;

import org.proteus.foundation.server.HttpSettings;

/**
 * How the coordinator's server runs.
 *
 * @param http where it listens and how much it lets a client ask
 * @param maxJsonBytes largest JSON document taken, in bytes; objects inside it are Base64
 * @param maxObjectBytes largest object that is transformed while the caller waits, in bytes
 * @param maxHeldBytes most bytes of such objects held at once; beyond it callers are asked to wait
 */
public record ServerSettings(
        HttpSettings http, long maxJsonBytes, long maxObjectBytes, long maxHeldBytes) {

    private static final long MAX_JSON = 48L << 20;
    private static final long MAX_OBJECT = 64L << 20;

    /**
     * @throws IllegalArgumentException if a limit is out of range; the message names it
     */
    public ServerSettings {
        if (maxJsonBytes < 1 || maxObjectBytes < 1 || maxHeldBytes < maxObjectBytes) {
            throw new IllegalArgumentException(
                    "server.max-json and server.max-object must be above 0, server.max-held at"
                            + " least server.max-object");
        }
    }

    /** Returns the usual settings for an address and a port. */
    public static ServerSettings on(String bind, int port) {
        long held = Math.max(MAX_OBJECT, Runtime.getRuntime().maxMemory() / 4);
        return new ServerSettings(HttpSettings.on(bind, port), MAX_JSON, MAX_OBJECT, held);
    }
}
