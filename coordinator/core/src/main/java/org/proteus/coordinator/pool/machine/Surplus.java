package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.proteus.coordinator.store.NodePhase;
import org.proteus.coordinator.store.NodeRow;

/** Chooses the nodes that go when there are more than are wanted. */
final class Surplus {

    /** Asking, ending and the provider's clock take some time; what is not used by then is lost. */
    private static final int MARGIN_PARTS = 12;

    private static final int UNJOINED = 0;
    private static final int IDLE = 1;
    private static final int BUSY = 2;

    private Surplus() {}

    /**
     * Returns the nodes to go: those that have not joined yet, then idle ones, busy ones last. One
     * without work whose time is paid for stays until it is used up, and no busy one goes in its
     * place.
     *
     * @param staying nodes that count, oldest first
     * @param billing time that is paid for at once; zero when that does not matter
     * @param now milliseconds since 1970
     */
    static List<NodeRow> of(
            List<NodeRow> staying, int count, Crew crew, Duration billing, long now) {
        return staying.stream()
                .sorted(Comparator.comparingInt(node -> rank(node, crew)))
                .limit(count)
                .filter(node -> rank(node, crew) == BUSY || isUsedUp(node, billing, now))
                .toList();
    }

    private static int rank(NodeRow node, Crew crew) {
        if (node.phase() != NodePhase.JOINED) {
            return UNJOINED;
        }
        return crew.isIdle(node.id()) ? IDLE : BUSY;
    }

    /** Whether a node is near the end of a time that is paid for. */
    static boolean isUsedUp(NodeRow node, Duration billing, long now) {
        if (billing.isZero() || node.machine().isEmpty()) {
            return true;
        }
        long period = billing.toMillis();
        long used = Math.max(0, now - node.created()) % period;
        return used >= period - period / MARGIN_PARTS;
    }
}
