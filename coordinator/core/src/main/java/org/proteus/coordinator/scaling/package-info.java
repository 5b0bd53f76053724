/**
 * How many workers run: measures each job window by window, asks its policy, and brings the pool to
 * the sum of what the jobs want.
 */
package org.proteus.coordinator.scaling;
