package org.proteus.coordinator.pool.machine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider whose machines are entries of a map. */
final class MapOfMachines implements Machines {

    private final Map<String, Machine> byId = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    @Override
    public Machine create(String node, String script) {
        Machine machine = new Machine("machine-" + number.incrementAndGet(), node, false);
        byId.put(machine.id(), machine);
        return machine;
    }

    @Override
    public List<Machine> list() {
        return List.copyOf(byId.values());
    }

    @Override
    public void end(String machine) {
        byId.remove(machine);
    }

    @Override
    public void close() {
        // The map outlives the pool, as a provider does.
    }
}
