/** How content type A reaches content type B: registry, graph, matching and planner. */
package org.proteus.graph;
