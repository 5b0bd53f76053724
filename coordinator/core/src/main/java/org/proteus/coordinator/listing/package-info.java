/** Finds the objects of a job's source, lazily and a bounded number ahead of the workers. */
package org.proteus.coordinator.listing;
