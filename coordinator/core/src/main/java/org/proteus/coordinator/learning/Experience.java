package org.proteus.coordinator.learning;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.proteus.coordinator.MeasuredUnits;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.TaskRecord;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.UnitRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the reports of workers. Planners know at once; what is stored follows at the next
 * {@link #save}, so commits never wait for it and a process that is killed loses what it heard
 * since. Thread-safe.
 */
public final class Experience implements MeasuredUnits, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Experience.class);

    /** More than estimates remember; older runs are let go when nothing can be stored. */
    private static final int MOST_PENDING = 10_000;

    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    private final LearnedStatistics statistics;
    private final FiguresStore store;
    private final Predicate<UnitId> existing;
    private final ReentrantLock saving = new ReentrantLock();
    private final Deque<UnitRun> pending = new ArrayDeque<>();
    private boolean failing;
    private long tidied = System.nanoTime();

    /**
     * Takes up what is stored.
     *
     * @param existing whether there is such a unit; others are not learned of
     */
    public Experience(
            LearnedStatistics statistics, FiguresStore store, Predicate<UnitId> existing) {
        this.statistics = statistics;
        this.store = store;
        this.existing = existing;
        store.read().into(statistics);
    }

    /** Takes the steps of a task into account; what cannot be true is left out. */
    public void heard(TaskRecord record) {
        for (UnitRun run : ReportedRuns.of(record)) {
            if (existing.test(run.unit())) {
                heard(run);
            }
        }
    }

    private synchronized void heard(UnitRun run) {
        statistics.observe(run);
        pending.addLast(run);
        if (pending.size() > MOST_PENDING) {
            pending.removeFirst();
        }
    }

    @Override
    public void measured(Map<UnitId, Double> fidelities) {
        fidelities.forEach(this::check);
        store.measured(fidelities);
        fidelities.forEach(statistics::measured);
    }

    private void check(UnitId unit, Double keeps) {
        if (!existing.test(unit)) {
            throw new ProteusException(
                    ErrorCode.NOT_FOUND,
                    "there is no unit " + unit,
                    "measure with the programs that the service has");
        }
        if (keeps == null || !(keeps >= 0 && keeps <= 1)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "what " + unit + " keeps is out of range",
                    "give a number from 0 (nothing) to 1 (everything)");
        }
    }

    /**
     * Stores what was heard, and takes up what others stored of the same units. What cannot be
     * stored now is tried again the next time; nothing else depends on it.
     */
    public void save() {
        saving.lock();
        try {
            List<UnitRun> runs = taken();
            if (!runs.isEmpty()) {
                save(runs);
            }
            if (System.nanoTime() - tidied > DAY_NANOS) {
                tidy();
            }
        } finally {
            saving.unlock();
        }
    }

    private void save(List<UnitRun> runs) {
        FiguresStore.Stored stored;
        try {
            stored = store.add(runs);
        } catch (RuntimeException failure) {
            giveBack(runs);
            tell(failure);
            return;
        }
        failing = false;
        synchronized (this) {
            stored.into(statistics);
            pending.forEach(statistics::observe);
        }
    }

    private void tell(RuntimeException failure) {
        if (!failing) {
            LOG.warn("what was learned of units cannot be stored: {}", failure.getMessage());
        }
        LOG.debug("the failure", failure);
        failing = true;
    }

    private synchronized List<UnitRun> taken() {
        List<UnitRun> runs = new ArrayList<>(pending);
        pending.clear();
        return runs;
    }

    private synchronized void giveBack(List<UnitRun> runs) {
        runs.reversed().stream()
                .limit(Math.max(0, MOST_PENDING - pending.size()))
                .forEach(pending::addFirst);
    }

    /** Forgets units that have long been gone. */
    public void tidy() {
        store.forget(existing);
        tidied = System.nanoTime();
    }

    /** Stores what is left. */
    @Override
    public void close() {
        save();
    }
}
