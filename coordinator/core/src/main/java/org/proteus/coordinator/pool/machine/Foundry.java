package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.proteus.coordinator.node.BootScripts;
import org.proteus.coordinator.node.JoinToken;
import org.proteus.coordinator.node.Nodes;
import org.proteus.coordinator.store.NodePhase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets machines be made and ended, several at once. Thread-safe. */
final class Foundry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Foundry.class);

    /** More calls at once than this are throttled by the larger providers. */
    private static final int AT_ONCE = 8;

    /** A machine that is still there after this is told to end once more. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final MachinePoolSettings settings;
    private final Machines machines;
    private final Nodes nodes;
    private final BootScripts scripts;
    private final Attempts attempts;
    private final Set<String> making = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> toldToEnd = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    Foundry(
            MachinePoolSettings settings,
            Machines machines,
            Nodes nodes,
            BootScripts scripts,
            Attempts attempts) {
        this.settings = settings;
        this.machines = machines;
        this.nodes = nodes;
        this.scripts = scripts;
        this.attempts = attempts;
    }

    /** Orders nodes, as many as may be asked for at once. The rows come first. */
    void order(int count) {
        for (int i = 0; i < count && making.size() < AT_ONCE && attempts.allowed(); i++) {
            JoinToken token = nodes.order(settings.name(), settings.bootTime());
            making.add(token.node());
            calls.execute(() -> make(token));
        }
    }

    /** Whether the provider has been asked for this node's machine and has not answered. */
    boolean isMaking(String node) {
        return making.contains(node);
    }

    /** Whether the provider has been asked for any machine and has not answered. */
    boolean isMaking() {
        return !making.isEmpty();
    }

    private void make(JoinToken token) {
        String node = token.node();
        try {
            LOG.info("node {}: a machine is asked for", node);
            String script = scripts.of(token, settings.name(), settings.wishes());
            Machine machine = machines.create(node, script);
            attempts.made();
            noteMachine(machine);
        } catch (MachineException failure) {
            // A machine that was found in the meantime is there, whatever the answer says.
            if (nodes.lead(node, NodePhase.ORDERED, NodePhase.ENDING)) {
                LOG.warn("node {}: no machine: {}", node, failure.getMessage());
                attempts.notMade(failure);
            }
        } catch (RuntimeException failure) {
            // The row stays; the next look at the provider tells what came of it.
            LOG.warn("node {}: {}", node, failure.getMessage());
            LOG.debug("while a machine was made", failure);
            attempts.notMade(failure.getMessage());
        } finally {
            making.remove(node);
        }
    }

    /** Notes which machine a node is; one whose node is forgotten by now is ended. */
    void noteMachine(Machine machine) {
        making.remove(machine.node());
        if (!nodes.machine(machine.node(), machine.id())) {
            end(machine.node(), machine.id());
        } else if (nodes.lead(machine.node(), NodePhase.ORDERED, NodePhase.BOOTING)) {
            LOG.info("node {}: machine {} boots", machine.node(), machine.id());
        }
    }

    /** Lets a machine be ended, unless it was told so a moment ago. */
    void end(String node, String machine) {
        long now = System.nanoTime();
        Long before = toldToEnd.get(machine);
        if (before == null || now - before >= AGAIN.toNanos()) {
            toldToEnd.put(machine, now);
            calls.execute(() -> endNow(node, machine));
        }
    }

    /** Whether the provider has said that it ends this machine. */
    boolean hasEnded(String machine) {
        return ended.contains(machine);
    }

    /** Forgets a machine that is gone. */
    void forget(String machine) {
        toldToEnd.remove(machine);
        ended.remove(machine);
    }

    private void endNow(String node, String machine) {
        try {
            machines.end(machine);
            ended.add(machine);
            LOG.info("node {}: machine {} is ended", node, machine);
        } catch (MachineException | RuntimeException failure) {
            LOG.warn(
                    "node {}: machine {} is not ended yet: {}",
                    node,
                    machine,
                    failure.getMessage());
        }
    }

    /** Waits a while for answers; what comes of later ones shows at the next start. */
    @Override
    public void close() {
        calls.shutdown();
        try {
            if (!calls.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the provider of pool {} does not answer", settings.name());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
