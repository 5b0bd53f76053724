package org.proteus.graph;

/**
 * What experience tells of a unit on objects of about one size.
 *
 * @param seconds mean time of a run that succeeded, in seconds, recent runs count more; 0 when none
 *     succeeded
 * @param failureRate share of runs that failed, 0 to 1; recent runs count more
 * @param runs how many recent runs this rests on
 */
public record UnitEstimate(double seconds, double failureRate, double runs) {}
