package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A coordinator or a worker that is there for the whole run: whenever its process is gone and
 * nobody wants that, it is started again. Thread-safe.
 */
public final class Member {

    private static final long LOOK_MILLIS = 200;
    private static final int MOST_LOOKS = 600;

    private final String name;
    private final Launch launch;
    private final Path log;
    private final Optional<Host> host;
    private final Consumer<String> notes;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Optional<MemberProcess> process = Optional.empty();
    private boolean wanted;
    private long logged;

    /**
     * @param host where it runs; absent for this machine itself
     * @param notes hears what was not ordered
     */
    Member(String name, Launch launch, Path log, Optional<Host> host, Consumer<String> notes) {
        this.name = name;
        this.launch = launch;
        this.log = log;
        this.host = host;
        this.notes = notes;
    }

    /** Returns its name; a worker's is its id. */
    public String name() {
        return name;
    }

    Optional<Host> host() {
        return host;
    }

    /** Keeps every other fault from it until {@link #leave}. */
    public void enter() {
        turn.lock();
    }

    /** Lets others at it. */
    public void leave() {
        turn.unlock();
    }

    /** Starts it, unless it runs. */
    public synchronized void start() throws IOException {
        wanted = true;
        if (process.filter(MemberProcess::isAlive).isEmpty()) {
            logged = Files.exists(log) ? Files.size(log) : 0;
            List<String> prefix = host.map(Host::prefix).orElse(List.of());
            process = Optional.of(MemberProcess.start(prefix, launch, log));
        }
    }

    /** Kills it; it stays away until it is started. */
    public synchronized void kill() {
        wanted = false;
        process.ifPresent(MemberProcess::kill);
    }

    /** Takes the processor from it, if it runs. */
    public synchronized void freeze() throws IOException {
        if (isAlive()) {
            process.get().freeze();
        }
    }

    /** Lets it go on. */
    public synchronized void thaw() throws IOException {
        if (isAlive()) {
            process.get().thaw();
        }
    }

    /**
     * Waits until its process has said that it is up, for two minutes at most: one that is told to
     * end before that cannot end in good order.
     */
    public void awaitUp() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_LOOKS && !isUp(); i++) {
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private synchronized boolean isUp() throws IOException {
        byte[] said = Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        int from = (int) Math.min(logged, said.length);
        String since = new String(said, from, said.length - from, StandardCharsets.UTF_8);
        return isAlive() && since.contains(launch.up());
    }

    /** Asks it to end and waits for that; returns its exit code, 0 when it did not run. */
    public synchronized int end() throws InterruptedException {
        wanted = false;
        return isAlive() ? process.get().end() : 0;
    }

    /** Starts it again if it ended by itself. */
    synchronized void look() throws IOException {
        if (wanted && !isAlive()) {
            notes.accept(name + " had ended by itself");
            start();
        }
    }

    private boolean isAlive() {
        return process.filter(MemberProcess::isAlive).isPresent();
    }

    /** Returns the processes that it has started, and what these have started. */
    public synchronized Stream<ProcessHandle> descendants() {
        return process.map(MemberProcess::descendants).orElse(Stream.empty());
    }

    /** Returns the processes that it has started itself. */
    public synchronized Stream<ProcessHandle> children() {
        return process.map(MemberProcess::children).orElse(Stream.empty());
    }
}
