package org.proteus.bench.chaos.cluster;

import java.util.List;

/**
 * One end of a network.
 *
 * @param namespace its network namespace
 * @param cable the bridge's end of its cable
 * @param address its address
 */
public record Host(String namespace, String cable, String address) {

    /** Returns what must stand before a command so that it runs on this host. */
    public List<String> prefix() {
        return List.of("ip", "netns", "exec", namespace);
    }
}
