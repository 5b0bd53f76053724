package org.proteus.coordinator.pool.machine;

import java.time.Duration;
import java.util.List;
import org.proteus.coordinator.node.NodeWishes;
import org.proteus.coordinator.pool.PoolKeys;

/**
 * How a pool of machines is looked after, whoever makes them.
 *
 * @param name name of the pool
 * @param max most machines whose workers take work
 * @param wishes what the machines shall be like
 * @param bootTime until its worker must have joined, else another machine is made
 * @param lostTime how long the worker of a machine may be away before the machine is ended
 * @param lookEvery time between two looks at what the provider has
 * @param grace how long the provider may take until its listing tells the truth
 * @param quotaPause until the next attempt after a quota was met
 * @param billing time for which a machine is paid anyway; an idle one ends only when it is used up;
 *     zero ends it at once
 * @param keep whether machines are kept when the coordinator is stopped
 */
public record MachinePoolSettings(
        String name,
        int max,
        NodeWishes wishes,
        Duration bootTime,
        Duration lostTime,
        Duration lookEvery,
        Duration grace,
        Duration quotaPause,
        Duration billing,
        boolean keep) {

    private static final int MAX = 4;

    /** Reads the part of a pool's settings that all pools of machines have. */
    public static MachinePoolSettings of(PoolKeys keys) {
        return new MachinePoolSettings(
                keys.pool(),
                keys.number("max", MAX, 1),
                wishes(keys),
                keys.time("boot-time", Duration.ofMinutes(10)),
                keys.time("lost-time", Duration.ofMinutes(1)),
                keys.time("look-every", Duration.ofSeconds(15)),
                keys.time("grace", Duration.ofSeconds(60)),
                keys.time("quota-pause", Duration.ofMinutes(1)),
                keys.time("billing", Duration.ZERO),
                keys.flag("keep", false));
    }

    private static NodeWishes wishes(PoolKeys keys) {
        int slots = keys.number("slots", 0, 0);
        try {
            return new NodeWishes(slots, keys.words("packages"));
        } catch (IllegalArgumentException wrong) {
            keys.refuse("packages: " + wrong.getMessage());
            return new NodeWishes(slots, List.of());
        }
    }
}
