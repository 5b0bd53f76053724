package org.proteus.policies.scaling;

/**
 * What an hour of a worker costs, in whatever currency. Where workers differ, the cheap ones come
 * first and go last.
 *
 * @param next of the worker that would be added next
 * @param last of the worker that would be removed next
 */
public record HourlyCost(double next, double last) {}
