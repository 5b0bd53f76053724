package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.proteus.bench.chaos.check.DatabaseRows;

/**
 * One PostgreSQL, coordinators and workers, each a process and, where this user may, a host of its
 * own, with disks that can be filled. Thread-safe once it is built.
 */
public final class Cluster implements Machines, AutoCloseable {

    private static final int HOSTED_PORT = 8080;

    private final ClusterSettings settings;
    private final MemberCommands commands;
    private final Ground ground;
    private final List<Member> coordinators = new ArrayList<>();
    private final List<URI> addresses = new ArrayList<>();
    private final List<Member> workers = new ArrayList<>();

    private Cluster(ClusterSettings settings, Ground ground) {
        this.settings = settings;
        this.commands = new MemberCommands(settings);
        this.ground = ground;
    }

    /**
     * Starts a cluster. What this user may not do is left out, with a note that says so.
     *
     * @param notes hears what is left out, and later what happened without having been ordered
     */
    public static Cluster start(ClusterSettings settings, Consumer<String> notes)
            throws IOException, InterruptedException {
        Cluster cluster = new Cluster(settings, new Ground(settings.folder(), notes));
        try {
            cluster.build();
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    private void build() throws IOException, InterruptedException {
        ground.lay();
        String token = HexFormat.of().formatHex(random());
        for (int i = 1; i <= settings.coordinators(); i++) {
            addCoordinator("coordinator-" + i, token);
        }
        for (int i = 1; i <= settings.workers(); i++) {
            addWorker("worker-" + i);
        }
        ground.run(members());
    }

    private void addCoordinator(String name, String token) throws IOException {
        Optional<Host> host = ground.host();
        String address = host.map(Host::address).orElse("127.0.0.1");
        int port = host.isPresent() ? HOSTED_PORT : freePort();
        Path data = Files.createDirectories(ground.folder(name));
        Path tokenFile = data.resolve("worker.token");
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        Files.createFile(tokenFile, PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(tokenFile, token);
        addresses.add(URI.create("http://" + address + ":" + port));
        Launch launch = commands.coordinator(address, port, data, ground.database());
        coordinators.add(ground.member(name, launch, host));
    }

    private void addWorker(String name) throws IOException {
        Path work = ground.workFolder(name);
        Path token = ground.folder("coordinator-1/worker.token");
        Launch launch = commands.worker(name, addresses, token, work);
        workers.add(ground.member(name, launch, ground.host()));
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

    @Override
    public Ground ground() {
        return ground;
    }

    /** Returns where the coordinators answer. */
    public List<URI> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public List<Member> coordinators() {
        return List.copyOf(coordinators);
    }

    @Override
    public List<Member> workers() {
        return List.copyOf(workers);
    }

    @Override
    public List<ProcessHandle> programs() {
        return workers.stream().flatMap(Member::descendants).filter(Cluster::isConverter).toList();
    }

    private static boolean isConverter(ProcessHandle process) {
        String command = process.info().command().orElse("");
        return command.endsWith("/sort") || command.endsWith("/sleep") || command.endsWith("sh");
    }

    @Override
    public Optional<Member> publisher() {
        try {
            List<String> names = new DatabaseRows(ground.database().url()).publishers();
            return workers.stream().filter(worker -> names.contains(worker.name())).findFirst();
        } catch (SQLException databaseAway) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        ground.close();
    }
}
