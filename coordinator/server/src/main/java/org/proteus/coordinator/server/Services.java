package org.proteus.coordinator.server;

import java.util.Optional;
import org.proteus.coordinator.InstantTransforms;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.MeasuredUnits;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.coordinator.node.NodeAccess;
import org.proteus.coordinator.node.WorkerArchive;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.graph.Catalogue;
import org.proteus.graph.publish.Publishing;

/**
 * What the server gives a face to.
 *
 * @param jobs jobs of users
 * @param catalogue what can be transformed into what
 * @param publishing publishes and withdraws programs
 * @param workers orders workers about
 * @param measured takes up how much units were measured to keep
 * @param instant transformations whose caller waits
 * @param work where workers get their work
 * @param content content that the coordinator holds for workers
 * @param nodes who may act for the workers of nodes
 * @param archive what nodes fetch and run
 */
public record Services(
        Jobs jobs,
        Catalogue catalogue,
        Publishing publishing,
        WorkerOrders workers,
        MeasuredUnits measured,
        InstantTransforms instant,
        WorkQueue work,
        ContentExchange content,
        NodeAccess nodes,
        Optional<WorkerArchive> archive) {}
