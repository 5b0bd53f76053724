/**
 * Tries policies in worlds that do not exist: a discrete-event simulation on a virtual clock,
 * worker by worker and task by task, beside an oracle that knows the world. A policy sees what it
 * would see of a running job, through the same {@link org.proteus.policies.scaling.Course}.
 */
package org.proteus.policies.simulation;
