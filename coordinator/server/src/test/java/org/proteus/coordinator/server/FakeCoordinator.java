package org.proteus.coordinator.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.publish.Publishing;
import org.proteus.graph.publish.contract.MemoryPrograms;

/**
 * A coordinator in memory that "transforms" text to upper case at once; everything an outside test
 * of the faces can see behaves as the interfaces promise.
 */
final class FakeCoordinator {

    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeJobs jobs = new FakeJobs(catalogue);
    final FakeInstantTransforms instant = new FakeInstantTransforms(catalogue);
    final FakeContent content = new FakeContent();
    final FakeQueue queue = new FakeQueue();
    final RecordedOrders orders = new RecordedOrders();
    final Map<UnitId, Double> measured = new ConcurrentHashMap<>();
    private final Publishing publishing = Publishing.open(new MemoryPrograms(), catalogue.registry);

    Services services() {
        return new Services(
                jobs,
                catalogue,
                publishing,
                orders,
                measured::putAll,
                instant,
                queue,
                content,
                NodeAccess.NONE,
                Optional.empty());
    }
}
