package org.proteus.worker;

import org.proteus.data.DataHandlers;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.WorkQueue;
import org.proteus.programs.StepRunner;

/**
 * What a worker works with. The worker closes none of them.
 *
 * @param queue where it gets tasks
 * @param exchange content that the coordinator holds itself
 * @param handlers how it reaches sources and sinks
 * @param runner runs the steps
 * @param types finds types on the bytes
 */
public record WorkerParts(
        WorkQueue queue,
        ContentExchange exchange,
        DataHandlers handlers,
        StepRunner runner,
        TypeDetector types) {}
