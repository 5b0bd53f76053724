/** What a command works with: the engine in this process, or a server. */
package org.proteus.cli.backend;
