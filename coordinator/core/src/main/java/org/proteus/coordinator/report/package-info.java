/** What became of every element of a job, one JSON document a line. */
package org.proteus.coordinator.report;
