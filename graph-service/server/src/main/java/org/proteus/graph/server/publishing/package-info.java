/** What the faces of the graph need to publish. */
package org.proteus.graph.server.publishing;
