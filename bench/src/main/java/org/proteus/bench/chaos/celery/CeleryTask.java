package org.proteus.bench.chaos.celery;

import org.proteus.bench.chaos.check.Expected;

/**
 * A task that Celery accepted.
 *
 * @param id its id, which is also the path of its result below the folder of the sinks
 * @param expected how it must end
 */
record CeleryTask(String id, Expected expected) {}
