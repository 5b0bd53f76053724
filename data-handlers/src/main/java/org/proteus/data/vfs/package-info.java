/**
 * FTP and SFTP servers as sources and sinks. Commons VFS configures and opens the connections; what
 * is done over them is said in {@link org.proteus.data.vfs.RemoteConnection}, one class for each
 * protocol, and the source, the sink, retries and pooling are shared.
 */
package org.proteus.data.vfs;
