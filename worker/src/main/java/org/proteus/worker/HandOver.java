package org.proteus.worker;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.proteus.foundation.model.protocol.TaskKey;

/**
 * Gives back tasks that were merely fetched ahead, when another worker has nothing to do and they
 * would wait here for longer than was spent on them so far. Used by the heartbeat alone.
 */
final class HandOver {

    private final HeldTasks held;
    private final Intake intake;
    private final int slots;

    HandOver(HeldTasks held, Intake intake, int slots) {
        this.held = held;
        this.intake = intake;
        this.slots = slots;
    }

    /**
     * Carries out what the coordinator says with each heartbeat.
     *
     * @param wanted leases that another worker could begin with at once
     */
    void offer(Collection<TaskKey> wanted) {
        intake.fetchAhead(wanted.isEmpty());
        if (wanted.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        List<Long> before = new ArrayList<>();
        for (HeldTask task : inOrder()) {
            boolean given =
                    wanted.contains(task.key())
                            && waitNanos(before) > task.spentNanos(now)
                            && task.handOver();
            if (!given) {
                before.add(task.slotNanos(now));
            }
        }
    }

    /** Those in slots first, then those that wait for one, as they came. */
    private List<HeldTask> inOrder() {
        List<HeldTask> inOrder = new ArrayList<>();
        for (HeldTask.Phase phase : List.of(HeldTask.Phase.IN_SLOT, HeldTask.Phase.BEFORE)) {
            held.all().stream().filter(task -> task.phase() == phase).forEach(inOrder::add);
        }
        return inOrder;
    }

    /** Returns after what time a slot is free for whoever comes behind these. */
    private long waitNanos(List<Long> before) {
        int ends = before.size() - slots;
        return ends < 0 ? 0 : before.stream().sorted().toList().get(ends);
    }
}
