package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network of this machine's own: each host is a network namespace on one bridge. A cut host
 * is taken from the bridge, so that everything it sends and gets vanishes, as with a pulled cable.
 */
final class Network implements AutoCloseable {

    private static final int FIRST_HOST = 10;

    private final String bridge;
    private final String subnet;
    private final List<Host> hosts = new ArrayList<>();

    private Network(String tag) {
        long pid = ProcessHandle.current().pid();
        this.bridge = "pc" + tag;
        this.subnet = "10.%d.%d.".formatted(64 + pid / 256 % 128, pid % 256);
    }

    /**
     * Lays the network.
     *
     * @param tag short text that no other run on this machine has
     * @throws IOException if this user may not, or {@code ip} is missing
     */
    static Network lay(String tag) throws IOException {
        Network network = new Network(tag);
        try {
            Shell.run("ip", "link", "add", network.bridge, "type", "bridge");
            String address = network.gateway() + "/24";
            Shell.run("ip", "address", "add", address, "dev", network.bridge);
            Shell.run("ip", "link", "set", network.bridge, "up");
            network.host();
            network.remove(network.hosts.removeFirst());
            return network;
        } catch (IOException impossible) {
            network.close();
            throw impossible;
        }
    }

    /** Returns this machine's own address in the network. */
    String gateway() {
        return subnet + "1";
    }

    /** Returns the network with its mask, for access rules. */
    String range() {
        return subnet + "0/24";
    }

    /** Adds a host. */
    Host host() throws IOException {
        int number = FIRST_HOST + hosts.size();
        String name = bridge + "-" + number;
        Host host = new Host(name, bridge + "h" + number, subnet + number);
        String inside = bridge + "i" + number;
        hosts.add(host);
        Shell.run("ip", "netns", "add", name);
        Shell.run("ip", "link", "add", host.cable(), "type", "veth", "peer", "name", inside);
        Shell.run("ip", "link", "set", inside, "netns", name);
        Shell.run("ip", "link", "set", host.cable(), "master", bridge, "up");
        Shell.run("ip", "-n", name, "address", "add", host.address() + "/24", "dev", inside);
        Shell.run("ip", "-n", name, "link", "set", inside, "up");
        Shell.run("ip", "-n", name, "link", "set", "lo", "up");
        return host;
    }

    /** Pulls a host's cable. */
    void cut(Host host) throws IOException {
        Shell.run("ip", "link", "set", host.cable(), "nomaster");
    }

    /** Plugs it in again. */
    void heal(Host host) throws IOException {
        Shell.run("ip", "link", "set", host.cable(), "master", bridge);
    }

    private void remove(Host host) {
        Shell.tryRun("ip", "link", "delete", host.cable());
        Shell.tryRun("ip", "netns", "delete", host.namespace());
    }

    @Override
    public void close() {
        hosts.forEach(this::remove);
        Shell.tryRun("ip", "link", "delete", bridge);
    }
}
