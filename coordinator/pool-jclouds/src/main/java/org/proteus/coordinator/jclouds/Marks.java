package org.proteus.coordinator.jclouds;

import java.util.Map;
import java.util.Optional;
import org.jclouds.compute.domain.NodeMetadata;

/**
 * By what our machines are told from others of the same account, and from those of other
 * installations.
 *
 * @param installation id of this installation
 * @param pool name of the pool
 */
record Marks(String installation, String pool) {

    private static final String INSTALLATION = "proteus-installation";
    private static final String POOL = "proteus-pool";
    private static final String NODE = "proteus-node";

    /** Returns the marks of a node's machine. */
    Map<String, String> of(String node) {
        return Map.of(INSTALLATION, installation, POOL, pool, NODE, node);
    }

    /**
     * Returns the name under which jclouds groups our machines. It names the installation, because
     * some providers mark a machine only after it was made: one that was left without marks is
     * known by its group.
     */
    String group() {
        return "proteus-" + installation + "-" + pool;
    }

    /** Returns the node of a machine that is ours; empty text for one that was left without it. */
    Optional<String> node(NodeMetadata machine) {
        Map<String, String> marks = machine.getUserMetadata();
        if (marks.containsKey(INSTALLATION)) {
            boolean ours =
                    installation.equals(marks.get(INSTALLATION)) && pool.equals(marks.get(POOL));
            return ours ? Optional.of(marks.getOrDefault(NODE, "")) : Optional.empty();
        }
        return group().equals(machine.getGroup()) ? Optional.of("") : Optional.empty();
    }
}
