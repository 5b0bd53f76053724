/** The names of results: made harmless, fitted to the sink, claimed once in a job. */
package org.proteus.coordinator.names;
