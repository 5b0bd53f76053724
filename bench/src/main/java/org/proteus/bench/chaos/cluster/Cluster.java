package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * One PostgreSQL, coordinators and workers, each a process and, where this user may, a host of its
 * own, with disks that can be filled. Thread-safe once it is built.
 */
public final class Cluster implements AutoCloseable {

    private static final int SINK_MEBIBYTES = 2048;
    private static final int WORK_MEBIBYTES = 64;
    private static final int HOSTED_PORT = 8080;

    private final ClusterSettings settings;
    private final MemberCommands commands;
    private final Consumer<String> notes;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Member> coordinators = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final List<Member> workers = new ArrayList<>();
    private final List<Disk> workDisks = new ArrayList<>();
    private final List<Path> workFolders = new ArrayList<>();
    private final String tag =
            HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
    private Optional<Network> network = Optional.empty();
    private Optional<Disk> sinkDisk = Optional.empty();
    private PostgresServer database;

    private Cluster(ClusterSettings settings, Consumer<String> notes) {
        this.settings = settings;
        this.commands = new MemberCommands(settings);
        this.notes = notes;
    }

    /**
     * Starts a cluster. What this user may not do is left out, with a note that says so.
     *
     * @param notes hears what is left out, and later what happened without having been ordered
     */
    public static Cluster start(ClusterSettings settings, Consumer<String> notes)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster(settings, notes);
        try {
            cluster.build();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private void build() throws IOException, InterruptedException {
        Files.createDirectories(source());
        Files.createDirectories(sink());
        layNetwork();
        sinkDisk = disk("sink", sink(), SINK_MEBIBYTES);
        database =
                opened(
                        new PostgresServer(
                                Files.createDirectories(folder("postgres")),
                                network.map(Network::gateway),
                                network.map(Network::range)));
        String token = HexFormat.of().formatHex(random());
        for (int i = 1; i <= settings.coordinators(); i++) {
            addCoordinator("coordinator-" + i, token);
        }
        for (int i = 1; i <= settings.workers(); i++) {
            addWorker("worker-" + i);
        }
        for (Member member : members()) {
            opened(member::kill);
            member.start();
        }
        Supervisor supervisor = opened(new Supervisor(members()));
        supervisor.start();
    }

    private void layNetwork() {
        try {
            network = Optional.of(opened(Network.lay(tag)));
        } catch (IOException impossible) {
            notes.accept("no network faults: " + impossible.getMessage());
        }
    }

    private Optional<Disk> disk(String name, Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        try {
            return Optional.of(opened(Disk.make(folder(name + ".img"), folder, mebibytes)));
        } catch (IOException impossible) {
            notes.accept("no disk faults for " + name + ": " + impossible.getMessage());
            return Optional.empty();
        }
    }

    private void addCoordinator(String name, String token) throws IOException {
        Optional<Network.Host> host = Network.add(network);
        String address = host.map(Network.Host::address).orElse("127.0.0.1");
        int port = host.isPresent() ? HOSTED_PORT : freePort();
        Path data = Files.createDirectories(folder(name));
        Path tokenFile = data.resolve("worker.token");
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(tokenFile, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(tokenFile, token);
        addresses.add(URI.create("http://" + address + ":" + port));
        coordinators.add(
                new Member(
                        name,
                        commands.coordinator(address, port, data),
                        commands.environment(database),
                        folder(name + ".log"),
                        host,
                        notes));
    }

    private void addWorker(String name) throws IOException {
        Path work = folder(name);
        disk(name, work, WORK_MEBIBYTES).ifPresent(workDisks::add);
        workFolders.add(work);
        Path token = folder("coordinator-1/worker.token");
        workers.add(
                new Member(
                        name,
                        commands.worker(name, addresses, token, work),
                        Map.of(),
                        folder(name + ".log"),
                        Network.add(network),
                        notes));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    private Path folder(String name) {
        return settings.folder().resolve(name);
    }

    /** Returns the folder of the sources. */
    public Path source() {
        return folder("source");
    }

    /** Returns the folder of the sinks. */
    public Path sink() {
        return folder("sink");
    }

    /** Returns the database. */
    public PostgresServer database() {
        return database;
    }

    /** Returns where the coordinators answer. */
    public List<URI> addresses() {
        return List.copyOf(addresses);
    }

    /** Returns the coordinators. */
    public List<Member> coordinators() {
        return List.copyOf(coordinators);
    }

    /** Returns the workers. */
    public List<Member> workers() {
        return List.copyOf(workers);
    }

    /** Returns coordinators and workers. */
    public List<Member> members() {
        List<Member> members = new ArrayList<>(coordinators);
        members.addAll(workers);
        return members;
    }

    /** Returns the disk of the sinks, if it can be filled. */
    public Optional<Disk> sinkDisk() {
        return sinkDisk;
    }

    /** Returns the disks of the workers that can be filled. */
    public List<Disk> workDisks() {
        return List.copyOf(workDisks);
    }

    /** Returns the folders of the workers' intermediate files. */
    public List<Path> workFolders() {
        return List.copyOf(workFolders);
    }

    /** Returns whether cables can be cut. */
    public boolean hasNetwork() {
        return network.isPresent();
    }

    /** Pulls a member's cable. */
    public void cut(Member member) throws IOException {
        network.orElseThrow().cut(member.host().orElseThrow());
    }

    /** Plugs it in again. */
    public void heal(Member member) throws IOException {
        network.orElseThrow().heal(member.host().orElseThrow());
    }

    /** Ends everything, last opened first; what does not close is noted. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception stuck) {
                notes.accept("cleaning up: " + stuck);
            }
        }
    }
}
