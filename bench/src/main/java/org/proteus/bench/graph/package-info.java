/** The planner on large graphs, beside plain Dijkstra and beside the enumeration of all paths. */
package org.proteus.bench.graph;
