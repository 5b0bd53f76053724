/** Deletes what workers that were lost may have left in sinks. */
package org.proteus.coordinator.leftover;
