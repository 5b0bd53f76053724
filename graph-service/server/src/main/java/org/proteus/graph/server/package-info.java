/** The REST and SOAP face of the graph service, alone or inside the coordinator. */
package org.proteus.graph.server;
