package org.proteus.bench.chaos.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.proteus.bench.chaos.cluster.Machines;
import org.proteus.bench.chaos.history.History;

/**
 * Carries out a schedule in lanes: within a lane one fault after the other, those of different
 * lanes at the same time. Thread-safe.
 */
public final class Faults {

    private final Schedule schedule;
    private final Injector injector;
    private final History history;
    private final Consumer<String> printed;
    private final List<Thread> lanes = new ArrayList<>();
    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final ReentrantReadWriteLock requests = new ReentrantReadWriteLock(true);
    private volatile boolean closed;
    private volatile Optional<Exception> failure = Optional.empty();

    /**
     * @param printed gets each fault as it begins
     */
    public Faults(Schedule schedule, Machines machines, History history, Consumer<String> printed) {
        this.schedule = schedule;
        this.injector = new Injector(machines);
        this.history = history;
        this.printed = printed;
    }

    /** Begins. */
    public void start(int laneCount) {
        for (int i = 0; i < laneCount; i++) {
            lanes.add(Thread.ofVirtual().name("faults-" + i).start(this::run));
        }
    }

    /**
     * Calls while no fault touches the coordinators: what is sent to one that dies may have been
     * accepted or not, and only an accepted job is promised anything.
     */
    public <T> T undisturbed(Callable<T> call) throws Exception {
        requests.writeLock().lockInterruptibly();
        try {
            return call.call();
        } finally {
            requests.writeLock().unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                Fault fault = schedule.next();
                Thread.sleep(fault.pause());
                if (!closed) {
                    printed.accept(fault.text());
                    carryOut(fault);
                }
            }
        } catch (InterruptedException | IOException | RuntimeException failed) {
            failure = Optional.of(failed);
        }
    }

    private void carryOut(Fault fault) throws IOException, InterruptedException {
        history.add("fault", "number", fault.number(), "kind", fault.kind());
        Optional<String> hit;
        if (fault.kind().touchesCoordinators()) {
            requests.readLock().lockInterruptibly();
            try {
                hit = injector.carryOut(fault);
            } finally {
                requests.readLock().unlock();
            }
        } else {
            hit = injector.carryOut(fault);
        }
        history.add("mended", "number", fault.number(), "hit", hit.orElse("nothing"));
        if (hit.isPresent()) {
            synchronized (counts) {
                counts.merge(fault.kind(), 1, Integer::sum);
            }
        }
    }

    /** Returns how many faults of each kind were carried out. */
    public Map<FaultKind, Integer> counts() {
        synchronized (counts) {
            return Map.copyOf(counts);
        }
    }

    /** Returns the kinds that these machines can be hit by. */
    public static List<FaultKind> kinds(Machines machines) {
        return List.of(FaultKind.values()).stream().filter(kind -> kind.fits(machines)).toList();
    }

    /**
     * Lets the faults under way end, and begins no more.
     *
     * @throws IOException if a fault could not be carried out as it should
     */
    public void end() throws IOException, InterruptedException {
        closed = true;
        for (Thread lane : lanes) {
            lane.join();
        }
        if (failure.isPresent()) {
            throw new IOException("a fault could not be carried out", failure.get());
        }
    }
}
