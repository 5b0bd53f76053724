package org.proteus.foundation.model.job;

/**
 * What the runs of a unit on objects of about one size told; recent runs count more.
 *
 * @param size the class of size: {@code tiny} to 64 KiB, {@code small} to 1 MiB, {@code medium} to
 *     16 MiB, {@code large} to 256 MiB, {@code huge}
 * @param runs how many recent runs it rests on
 * @param meanSeconds mean time of a run that succeeded, in seconds; 0 when none did
 * @param failureRate share of runs that failed through the unit's own fault, 0 to 1
 */
public record SizeStatisticsView(
        String size, double runs, double meanSeconds, double failureRate) {}
