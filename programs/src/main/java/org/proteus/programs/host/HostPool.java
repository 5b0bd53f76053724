package org.proteus.programs.host;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.process.Launcher;
import org.proteus.programs.process.ProcessLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps hosts warm. A host serves runs of one kind; it is replaced after a number of runs and after
 * any failure, and ends when nobody needed it for a while. Thread-safe.
 */
public final class HostPool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostPool.class);

    private final Launcher launcher;
    private final Path folder;
    private final Settings settings;
    private final Semaphore places;
    private final Deque<ProgramHost> idle = new ArrayDeque<>();
    private final Thread reaper;
    private boolean closed;

    /**
     * How many hosts, and for how long.
     *
     * @param most most hosts that run at once; a run waits for its place
     * @param runsEach runs after which a host is replaced
     * @param keepIdle time after which a host that nobody needs ends
     */
    public record Settings(int most, int runsEach, Duration keepIdle) {

        /** Returns settings for a worker with this many slots. */
        public static Settings forSlots(int slots) {
            return new Settings(slots, 100, Duration.ofMinutes(1));
        }
    }

    /**
     * Creates an empty pool.
     *
     * @param folder folder for the hosts' own temporary files
     */
    public HostPool(Launcher launcher, Path folder, Settings settings) {
        this.launcher = launcher;
        this.folder = folder;
        this.settings = settings;
        this.places = new Semaphore(settings.most(), true);
        this.reaper = Thread.ofVirtual().name("host-reaper").start(this::reap);
    }

    /**
     * Runs an invocation in a host of this kind.
     *
     * @throws IOException if no host can be started
     * @throws InterruptedException if the thread was interrupted; the host was killed
     */
    public HostOutcome run(
            HostKind kind, Invocation invocation, ProcessLimits limits, ProgressListener progress)
            throws IOException, InterruptedException {
        places.acquire();
        try {
            ProgramHost host = take(kind);
            try {
                return host.run(invocation, limits, progress);
            } finally {
                giveBack(host);
            }
        } finally {
            places.release();
        }
    }

    /** Returns how many hosts wait for work. */
    public synchronized int idleHosts() {
        return idle.size();
    }

    /** Ends all hosts that wait; those at work end with their run. */
    @Override
    public void close() {
        reaper.interrupt();
        Deque<ProgramHost> ending;
        synchronized (this) {
            closed = true;
            ending = new ArrayDeque<>(idle);
            idle.clear();
        }
        ending.forEach(ProgramHost::close);
    }

    private ProgramHost take(HostKind kind) throws IOException {
        Optional<ProgramHost> evicted = Optional.empty();
        synchronized (this) {
            for (Iterator<ProgramHost> hosts = idle.descendingIterator(); hosts.hasNext(); ) {
                ProgramHost host = hosts.next();
                if (host.kind().equals(kind)) {
                    hosts.remove();
                    if (host.isUsable()) {
                        return host;
                    }
                    host.close();
                }
            }
            if (idle.size() >= settings.most()) {
                evicted = Optional.of(idle.removeFirst());
            }
        }
        evicted.ifPresent(ProgramHost::close);
        LOG.debug("starting a host for {}", kind.programClass());
        return ProgramHost.start(kind, folder, launcher);
    }

    private void giveBack(ProgramHost host) {
        synchronized (this) {
            if (!closed && host.isUsable() && host.runs() < settings.runsEach()) {
                idle.addLast(host);
                return;
            }
        }
        host.close();
    }

    private void reap() {
        try {
            while (true) {
                Thread.sleep(settings.keepIdle().dividedBy(4));
                Deque<ProgramHost> ending = new ArrayDeque<>();
                synchronized (this) {
                    while (!idle.isEmpty()
                            && idle.peekFirst().idle().compareTo(settings.keepIdle()) > 0) {
                        ending.add(idle.removeFirst());
                    }
                }
                ending.forEach(ProgramHost::close);
            }
        } catch (InterruptedException e) {
            // the pool is closed
        }
    }
}
