package org.proteus.coordinator.store;

import java.util.Optional;

/**
 * A node as it is stored. Times are milliseconds since 1970.
 *
 * @param id its id, which is that of its worker
 * @param pool the pool that ordered it
 * @param phase where it is in its life
 * @param machine what the provider calls its machine; absent until that is known
 * @param created when it was ordered
 * @param changed when its phase began
 * @param bootFailure why its machine does not become a worker, in the machine's own words; empty
 *     while it has said nothing
 */
public record NodeRow(
        String id,
        String pool,
        NodePhase phase,
        Optional<String> machine,
        long created,
        long changed,
        String bootFailure) {}
