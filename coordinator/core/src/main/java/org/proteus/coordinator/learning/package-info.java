/**
 * What is learned of units from the reports of workers, and where it outlives the process. A new
 * place to keep it implements {@link org.proteus.coordinator.learning.FiguresStore}.
 */
package org.proteus.coordinator.learning;
