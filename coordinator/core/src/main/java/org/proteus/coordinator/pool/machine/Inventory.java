package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.store.NodePhase;
import org.proteus.coordinator.store.NodeRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what the provider has with what the database knows. A listing may lie for a while: what
 * is missing or too much counts only when every listing has said so for the time of grace. Not
 * thread-safe.
 */
final class Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

    private final Machines machines;
    private final Nodes nodes;
    private final Foundry foundry;
    private final Crew crew;
    private final Attempts attempts;
    private final Duration grace;
    private final Map<String, Long> missing = new HashMap<>();
    private final Map<String, Long> surplus = new HashMap<>();
    private String trouble = "";

    Inventory(
            Machines machines,
            Nodes nodes,
            Foundry foundry,
            Crew crew,
            Attempts attempts,
            Duration grace) {
        this.machines = machines;
        this.nodes = nodes;
        this.foundry = foundry;
        this.crew = crew;
        this.attempts = attempts;
        this.grace = grace;
    }

    /**
     * Looks once.
     *
     * @param rows gives the nodes that the database knows, asked for after the provider
     */
    void look(Supplier<List<NodeRow>> rows) {
        List<Machine> listed;
        try {
            listed = machines.list();
            trouble = "";
        } catch (MachineException failure) {
            if (!failure.getMessage().equals(trouble)) {
                LOG.warn("the provider does not say what it has: {}", failure.getMessage());
            }
            trouble = failure.getMessage();
            return;
        }
        Map<String, NodeRow> known =
                rows.get().stream().collect(Collectors.toMap(NodeRow::id, Function.identity()));
        Set<String> seen = new HashSet<>();
        for (Machine machine : listed) {
            NodeRow row = rowOf(machine, known);
            if (row != null && machine.failed()) {
                failed(row);
            }
            if (row != null && row.machine().isEmpty()) {
                LOG.info("node {}: is machine {}", machine.node(), machine.id());
                foundry.noteMachine(machine);
                seen.add(row.id());
            } else if (row != null && row.machine().get().equals(machine.id())) {
                seen.add(row.id());
            } else if (!mayBeInTheMaking(machine) && isOld(surplus, machine.id())) {
                LOG.warn("machine {} belongs to no node; it is ended", machine.id());
                foundry.end(machine.node(), machine.id());
            }
        }
        surplus.keySet().retainAll(listed.stream().map(Machine::id).toList());
        missing.keySet().retainAll(known.keySet());
        missing.keySet().removeAll(seen);
        known.values().stream().filter(row -> !seen.contains(row.id())).forEach(this::unlisted);
    }

    /** By the id alone when the provider has not marked the machine. */
    private static NodeRow rowOf(Machine machine, Map<String, NodeRow> known) {
        NodeRow marked = known.get(machine.node());
        return marked != null
                ? marked
                : known.values().stream()
                        .filter(row -> row.machine().filter(machine.id()::equals).isPresent())
                        .findFirst()
                        .orElse(null);
    }

    /** Some providers mark a machine only after it was made. */
    private boolean mayBeInTheMaking(Machine machine) {
        return machine.node().isEmpty() && foundry.isMaking();
    }

    private void failed(NodeRow row) {
        if (row.phase() != NodePhase.ENDING
                && nodes.lead(row.id(), row.phase(), NodePhase.ENDING)) {
            LOG.warn("node {}: the provider could not make its machine", row.id());
            attempts.notJoined("the provider could not make a machine that it had promised");
        }
    }

    private void unlisted(NodeRow row) {
        if (foundry.isMaking(row.id()) || crew.isThere(row.id())) {
            missing.remove(row.id());
        } else if (wasEnded(row) || isOld(missing, row.id())) {
            if (row.phase() == NodePhase.ENDING) {
                LOG.info("node {}: is gone", row.id());
            } else {
                LOG.warn("node {}: its machine is gone", row.id());
            }
            nodes.remove(row.id());
            crew.forget(row.id());
            row.machine().ifPresent(foundry::forget);
            missing.remove(row.id());
        }
    }

    private boolean wasEnded(NodeRow row) {
        return row.phase() == NodePhase.ENDING
                && row.machine().filter(foundry::hasEnded).isPresent();
    }

    private boolean isOld(Map<String, Long> since, String id) {
        long now = System.nanoTime();
        return now - since.computeIfAbsent(id, first -> now) >= grace.toNanos();
    }
}
