package org.proteus.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.proteus.foundation.model.program.UnitId;

/**
 * Statistics kept in memory, from runs as they are reported. An estimate that planners see changes
 * only when experience has moved away from it, so that plans do not waver. Thread-safe.
 */
public final class LearnedStatistics implements UnitStatistics {

    /** A time must differ by this factor before planners are told. */
    private static final double TELLING_FACTOR = 1.25;

    /** A failure rate must differ by so much before planners are told. */
    private static final double TELLING_RATE = 0.05;

    /** A quarter more experience makes an estimate surer, which is told too. */
    private static final double TELLING_RUNS = 1.25;

    private record Key(UnitId unit, SizeClass size) {}

    private final Map<Key, UnitFigures> figures = new ConcurrentHashMap<>();
    private final Map<Key, UnitEstimate> told = new ConcurrentHashMap<>();
    private final Map<UnitId, Double> fidelities = new ConcurrentHashMap<>();
    private final AtomicLong edition = new AtomicLong();

    /** Takes a run into account. */
    public void observe(UnitRun run) {
        Key key = new Key(run.unit(), run.size());
        UnitFigures now =
                figures.compute(
                        key,
                        (_, before) ->
                                (before == null ? UnitFigures.none(key.unit, key.size) : before)
                                        .with(run));
        tell(key, now.estimate());
    }

    /** Takes averages as they were stored; what was there of the same unit and size goes. */
    public void restore(Collection<UnitFigures> stored) {
        for (UnitFigures one : stored) {
            Key key = new Key(one.unit(), one.size());
            figures.put(key, one);
            tell(key, one.estimate());
        }
    }

    /** Takes how much of an object a unit was measured to keep, 0 to 1. */
    public void measured(UnitId unit, double fidelity) {
        if (!(fidelity >= 0 && fidelity <= 1)) {
            throw new IllegalArgumentException("a fidelity is from 0 to 1, found " + fidelity);
        }
        Double before = fidelities.put(unit, fidelity);
        if (before == null || before != fidelity) {
            edition.incrementAndGet();
        }
    }

    /** Returns all averages, to be stored. */
    public List<UnitFigures> figures() {
        return List.copyOf(figures.values());
    }

    /** Returns what units were measured to keep, 0 to 1. */
    public Map<UnitId, Double> fidelities() {
        return Map.copyOf(fidelities);
    }

    @Override
    public long edition() {
        return edition.get();
    }

    @Override
    public Optional<UnitEstimate> estimate(UnitId unit, SizeClass size) {
        return size.nearest().stream()
                .map(near -> told.get(new Key(unit, near)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public OptionalDouble fidelity(UnitId unit) {
        Double known = fidelities.get(unit);
        return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
    }

    private void tell(Key key, UnitEstimate now) {
        UnitEstimate before = told.get(key);
        if (before == null || isTelling(before, now)) {
            told.put(key, now);
            edition.incrementAndGet();
        }
    }

    private static boolean isTelling(UnitEstimate before, UnitEstimate now) {
        double longer = Math.max(before.seconds(), now.seconds());
        double shorter = Math.min(before.seconds(), now.seconds());
        return longer > shorter * TELLING_FACTOR
                || Math.abs(before.failureRate() - now.failureRate()) > TELLING_RATE
                || now.runs() > before.runs() * TELLING_RUNS;
    }
}
