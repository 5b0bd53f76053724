/** Transformations whose caller waits: bounded, in memory, through the common work queue. */
package org.proteus.coordinator.instant;
