/** A data handler in memory; it passes the contracts of real ones. */
package org.proteus.data.memory;
