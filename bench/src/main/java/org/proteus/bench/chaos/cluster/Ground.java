package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * What every cluster stands on: a network whose cables can be pulled, disks that can be filled, a
 * PostgreSQL, and the list of what must be ended. Thread-safe once it is built.
 */
public final class Ground implements AutoCloseable {

    private static final int SINK_MEBIBYTES = 2048;
    private static final int WORK_MEBIBYTES = 64;

    private final Path folder;
    private final Consumer<String> notes;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Disk> workDisks = new ArrayList<>();
    private final List<Path> workFolders = new ArrayList<>();
    private Optional<Network> network = Optional.empty();
    private Optional<Disk> sinkDisk = Optional.empty();
    private PostgresServer database;

    /**
     * @param folder folder of everything that is written
     * @param notes hears what is left out because this user may not do it, and later what happened
     *     without having been ordered
     */
    public Ground(Path folder, Consumer<String> notes) {
        this.folder = folder;
        this.notes = notes;
    }

    /** Lays network, disk of the sinks and database; what was begun is undone by {@link #close}. */
    public void lay() throws IOException, InterruptedException {
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
    }

    private void layNetwork() {
        String tag = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
        try {
            network = Optional.of(opened(Network.lay(tag)));
        } catch (IOException impossible) {
            notes.accept("no network faults: " + impossible.getMessage());
        }
    }

    private Optional<Disk> disk(String name, Path seen, int mebibytes) throws IOException {
        Files.createDirectories(seen);
        try {
            return Optional.of(opened(Disk.make(folder(name + ".img"), seen, mebibytes)));
        } catch (IOException impossible) {
            notes.accept("no disk faults for " + name + ": " + impossible.getMessage());
            return Optional.empty();
        }
    }

    /** Makes a folder for the intermediate files of a worker, on a disk of its own if possible. */
    public Path workFolder(String worker) throws IOException {
        Path work = folder(worker);
        disk(worker, work, WORK_MEBIBYTES).ifPresent(workDisks::add);
        workFolders.add(work);
        return work;
    }

    /** Adds a host to the network, if there is one. */
    public Optional<Host> host() throws IOException {
        return network.isPresent() ? Optional.of(network.get().host()) : Optional.empty();
    }

    /** Makes a member that runs on a host, or on this machine itself. */
    public Member member(String name, Launch launch, Optional<Host> host) {
        return new Member(name, launch, folder(name + ".log"), host, notes);
    }

    /** Starts members and looks after them until {@link #close}. */
    public void run(List<Member> members) throws IOException {
        for (Member member : members) {
            opened(member::kill);
            member.start();
        }
        opened(new Supervisor(members)).start();
    }

    /** Lets {@link #close} end something. */
    public <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    /** Returns a folder, or a file, among those of the run. */
    public Path folder(String name) {
        return folder.resolve(name);
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
