package org.proteus.coordinator.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.coordinator.store.Database;
import org.proteus.coordinator.store.WorkerRow;
import org.proteus.coordinator.store.WorkerRows;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.Heartbeat;
import org.proteus.foundation.model.protocol.ProgramOffer;
import org.proteus.foundation.model.protocol.WorkerOffers;
import org.proteus.foundation.model.protocol.WorkerRegistration;

/** The live workers: those seen within the time of a lease. Thread-safe. */
public final class Workforce implements WorkerOrders {

    /** How stale the picture may be; only other coordinators can change it behind our back. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Database database;
    private final Duration silence;
    private volatile Picture picture = Picture.of(List.of(), System.nanoTime() - FRESH_NANOS * 2);

    /** What is asked for with every plan is worked out once. */
    private record Picture(
            List<WorkerRow> workers, Map<String, Set<String>> runnable, Set<String> all, long at) {

        static Picture of(List<WorkerRow> workers, long at) {
            Map<String, Set<String>> runnable = new HashMap<>();
            Set<String> all = new HashSet<>();
            for (WorkerRow worker : workers) {
                Set<String> own = Workforce.runnable(worker.registration());
                runnable.put(worker.id(), own);
                if (worker.takesWork()) {
                    all.addAll(own);
                }
            }
            return new Picture(workers, runnable, Set.copyOf(all), at);
        }
    }

    /**
     * @param silence how long a worker may be silent
     */
    public Workforce(Database database, Duration silence) {
        this.database = database;
        this.silence = silence;
    }

    /** Returns the live workers, by id. */
    public List<WorkerRow> live() {
        return look().workers();
    }

    private Picture look() {
        Picture seen = picture;
        if (System.nanoTime() - seen.at() < FRESH_NANOS) {
            return seen;
        }
        List<WorkerRow> now =
                database.read(handle -> WorkerRows.seenWithin(handle, silence.toMillis()));
        Picture fresh = Picture.of(now, System.nanoTime());
        picture = fresh;
        return fresh;
    }

    /** Makes the next look a fresh one. */
    void changed() {
        picture = Picture.of(List.of(), System.nanoTime() - FRESH_NANOS * 2);
    }

    /**
     * Returns a worker that asks for something.
     *
     * @throws ProteusException with {@code NOT_FOUND} if it must register first
     */
    WorkerRow require(String worker) {
        return find(worker)
                .or(() -> {
                    changed();
                    return find(worker);
                })
                .orElseThrow(() -> unknown(worker));
    }

    private static ProteusException unknown(String worker) {
        return new ProteusException(
                ErrorCode.NOT_FOUND, "worker '" + worker + "' is not registered", "register again");
    }

    Optional<WorkerRow> find(String worker) {
        return live().stream().filter(row -> row.id().equals(worker)).findFirst();
    }

    void register(WorkerRegistration registration) {
        database.brieflyWrite(handle -> {
            WorkerRows.put(handle, registration);
            return true;
        });
        changed();
    }

    /**
     * Replaces what a worker offers.
     *
     * @throws ProteusException with {@code NOT_FOUND} if it must register first
     */
    void offer(WorkerOffers now) {
        if (!database.brieflyWrite(h -> WorkerRows.offer(h, now.worker(), now.offers()))) {
            throw unknown(now.worker());
        }
        changed();
    }

    boolean seen(Heartbeat heartbeat) {
        boolean known = database.brieflyWrite(h -> WorkerRows.seen(h, heartbeat));
        if (heartbeat.draining()) {
            changed();
        }
        return known;
    }

    @Override
    public void drain(String worker) {
        order(worker, handle -> WorkerRows.drain(handle, worker));
    }

    @Override
    public void suspend(String worker) {
        order(worker, handle -> WorkerRows.suspend(handle, worker, true));
    }

    @Override
    public void resume(String worker) {
        order(worker, handle -> WorkerRows.suspend(handle, worker, false));
    }

    private void order(String worker, Function<Handle, Boolean> change) {
        if (!database.write(change)) {
            throw new ProteusException(
                    ErrorCode.NOT_FOUND,
                    "there is no worker '" + worker + "'",
                    "list the workers to see their ids");
        }
        changed();
    }

    /**
     * Returns what a worker that asks for something can run now, as {@code program@checksum}.
     *
     * @throws ProteusException with {@code NOT_FOUND} if it must register first
     */
    Set<String> runnable(String worker) {
        Set<String> known = look().runnable().get(worker);
        return known != null ? known : runnable(require(worker).registration());
    }

    private static Set<String> runnable(WorkerRegistration worker) {
        return worker.offers().stream()
                .filter(offer -> offer.state() == ProgramOffer.State.RUNNABLE)
                .map(offer -> offer.program() + "@" + offer.checksum())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the ids of the programs that a worker can run now. */
    static Set<String> programs(WorkerRegistration worker) {
        return worker.offers().stream()
                .filter(offer -> offer.state() == ProgramOffer.State.RUNNABLE)
                .map(ProgramOffer::program)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a worker has these folders. */
    static boolean mounts(WorkerRegistration worker, List<String> roots) {
        boolean all = worker.roots().stream().anyMatch(root -> root.startsWith("*"));
        return all || worker.roots().containsAll(roots);
    }

    /** Returns what the live workers can run together; those that take no work are left out. */
    public Set<String> runnable() {
        return look().all();
    }
}
