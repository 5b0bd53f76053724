/** What the graph knows, as resources; the same ones alone and inside the coordinator. */
package org.proteus.graph.server.rest;
