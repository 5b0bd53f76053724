/**
 * How one content type becomes another. {@link org.proteus.graph.ProgramRegistry} holds the
 * programs, {@link org.proteus.graph.ProgramFolder} keeps those of the site up to date, {@link
 * org.proteus.graph.GraphPlanner} finds the best chain of units and says why it is the best.
 * Matching decides what is legal, cost what is chosen.
 */
package org.proteus.graph;
