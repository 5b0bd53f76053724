/**
 * Starts outside processes from argument lists, watches their limits, and leaves nothing of them
 * alive. Knows nothing of programs, units or content.
 */
package org.proteus.programs.process;
