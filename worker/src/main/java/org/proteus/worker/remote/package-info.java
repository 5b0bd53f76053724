/**
 * The coordinator over HTTP: {@link org.proteus.worker.remote.RemoteWorkQueue} and {@link
 * org.proteus.worker.remote.RemoteContentExchange}, thin adapters over one connection.
 */
package org.proteus.worker.remote;
