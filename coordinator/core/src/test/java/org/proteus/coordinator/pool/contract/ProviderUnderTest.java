package org.proteus.coordinator.pool.contract;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.Machines;

/** A provider with faults in front of it: refusals, and listings that lie. Thread-safe. */
public final class ProviderUnderTest {

    private final Supplier<Machines> opening;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private volatile MachineException.Reason refusing;
    private volatile UnaryOperator<List<Machine>> lie = UnaryOperator.identity();
    private volatile boolean half;
    private volatile Machines current;

    ProviderUnderTest(Supplier<Machines> opening) {
        this.opening = opening;
        this.current = opening.get();
    }

    /** Refuses every machine. */
    void refuse(MachineException.Reason why) {
        refusing = why;
    }

    void accept() {
        refusing = null;
        half = false;
    }

    int refused() {
        return refused.get();
    }

    /** Makes machines and says that it has not. */
    public void makeHalf() {
        half = true;
    }

    /** Changes what the pool is told of the machines that are there. */
    public void listingsLie(UnaryOperator<List<Machine>> how) {
        lie = how;
    }

    /** Returns how many machines were made in all. */
    public int made() {
        return made.get();
    }

    /** Returns the one-time token of a node, as its machine has it. */
    String token(String node) {
        return scripts.get(node).replaceAll("(?s).*\ntoken='([^']+)'.*", "$1");
    }

    /** Returns the machines that are there. */
    public List<Machine> really() {
        try {
            return current.list();
        } catch (MachineException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a machine that no pool has asked for. */
    public Machine makeReally(String node) {
        try {
            return current.create(node, "#!/bin/sh\n");
        } catch (MachineException e) {
            throw new AssertionError(e);
        }
    }

    void endReally(String machine) {
        try {
            current.end(machine);
        } catch (MachineException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the provider as a pool sees it. */
    Machines opened() {
        Machines real = opening.get();
        return new Machines() {
            @Override
            public Machine create(String node, String script) throws MachineException {
                MachineException.Reason why = refusing;
                if (why != null) {
                    refused.incrementAndGet();
                    throw new MachineException(why, "the provider refuses");
                }
                Machine machine = real.create(node, script);
                made.incrementAndGet();
                scripts.put(node, script);
                if (half) {
                    throw new MachineException(
                            MachineException.Reason.FAILED, "the connection broke");
                }
                return machine;
            }

            @Override
            public List<Machine> list() throws MachineException {
                return lie.apply(real.list());
            }

            @Override
            public void end(String machine) throws MachineException {
                real.end(machine);
            }

            @Override
            public void close() {
                real.close();
            }
        };
    }
}
