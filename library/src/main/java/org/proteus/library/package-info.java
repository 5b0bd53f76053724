/** Proteus inside another program: coordinator core and worker in one process, without a server. */
package org.proteus.library;
