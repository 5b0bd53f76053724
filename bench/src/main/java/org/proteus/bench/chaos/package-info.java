/** A long run of real processes under faults, and a check that nothing was lost or doubled. */
package org.proteus.bench.chaos;
