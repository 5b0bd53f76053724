/**
 * The faces of the coordinator on one port: REST for users, the wire protocol for workers. {@link
 * org.proteus.coordinator.server.CoordinatorServer} puts them together.
 */
package org.proteus.coordinator.server;
