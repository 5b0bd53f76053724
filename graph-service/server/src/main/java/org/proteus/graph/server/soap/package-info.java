/** What the graph knows, by the contract {@code graph.wsdl}. */
package org.proteus.graph.server.soap;
