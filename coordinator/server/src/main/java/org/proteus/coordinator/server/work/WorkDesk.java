package org.proteus.coordinator.server.work;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.coordinator.node.OwnWork;
import org.proteus.coordinator.store.NodeRow;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.WorkQueue;

/**
 * Gives each caller as much of the queue as its token allows: all of it to whoever shows the token
 * that workers share, its own work to the worker of a node. Thread-safe.
 */
public final class WorkDesk {

    private static final String NODE = WorkDesk.class.getName() + ".node";

    private final WorkQueue queue;
    private final ContentExchange exchange;
    private final NodeAccess nodes;

    /** Creates the desk over a queue. */
    public WorkDesk(WorkQueue queue, ContentExchange exchange, NodeAccess nodes) {
        this.queue = queue;
        this.exchange = exchange;
        this.nodes = nodes;
    }

    /** Notes for which node's worker a request speaks. */
    static void speaksFor(ContainerRequestContext request, NodeRow node) {
        request.setProperty(NODE, node);
    }

    WorkQueue queue(ContainerRequestContext request) {
        return node(request).<WorkQueue>map(this::own).orElse(queue);
    }

    ContentExchange exchange(ContainerRequestContext request) {
        return node(request).<ContentExchange>map(this::own).orElse(exchange);
    }

    private OwnWork own(NodeRow node) {
        return new OwnWork(node, queue, exchange, nodes);
    }

    private static Optional<NodeRow> node(ContainerRequestContext request) {
        return Optional.ofNullable((NodeRow) request.getProperty(NODE));
    }
}
