package org.proteus.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What units cost on objects of one size, as far as statistics told when each was first asked for.
 * It never changes its mind, so that a search can rely on it. Thread-safe.
 */
final class Costs {

    private final SizeClass size;
    private final UnitStatistics statistics;
    private final Map<Capability, Price> prices = new ConcurrentHashMap<>();

    Costs(SizeClass size, UnitStatistics statistics) {
        this.size = size;
        this.statistics = statistics;
    }

    Price of(Capability capability) {
        if (statistics.equals(UnitStatistics.NONE)) {
            return capability.declared();
        }
        return prices.computeIfAbsent(capability, this::price);
    }

    /** Returns the measured time of a run, in seconds; empty unless every step was measured. */
    Optional<Double> seconds(Capability capability) {
        return allOf(capability, link -> seconds(link))
                .map(all -> all.stream().mapToDouble(Double::doubleValue).sum());
    }

    private OptionalDouble seconds(Link link) {
        Optional<UnitEstimate> known = statistics.estimate(link.id(), size);
        return known.isPresent() && known.get().seconds() > 0
                ? OptionalDouble.of(known.get().seconds())
                : OptionalDouble.empty();
    }

    /** Returns how much is kept, 0 to 1, as measured; empty unless every step was measured. */
    Optional<Double> fidelity(Capability capability) {
        return allOf(capability, link -> statistics.fidelity(link.id()))
                .map(all -> all.stream().reduce(1.0, (one, other) -> one * other));
    }

    private static Optional<List<Double>> allOf(
            Capability capability, Function<Link, OptionalDouble> figure) {
        List<OptionalDouble> figures = capability.links().stream().map(figure).toList();
        return figures.stream().allMatch(OptionalDouble::isPresent)
                ? Optional.of(figures.stream().map(OptionalDouble::getAsDouble).toList())
                : Optional.empty();
    }

    private Price price(Capability capability) {
        return capability.links().stream()
                .map(link -> Price.of(link, size, statistics))
                .reduce(Price.NOTHING, Price::plus);
    }
}
