/** Removes jobs that ended: when their owner asks, when they are old, when there are too many. */
package org.proteus.coordinator.retention;
