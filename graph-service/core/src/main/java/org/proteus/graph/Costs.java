package org.proteus.graph;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

    private Price price(Capability capability) {
        return capability.links().stream()
                .map(link -> Price.of(link, size, statistics))
                .reduce(Price.NOTHING, Price::plus);
    }
}
