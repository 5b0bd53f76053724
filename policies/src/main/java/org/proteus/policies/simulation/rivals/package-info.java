/** Rules of other systems, in their simplest form, to compare with in the simulation. */
package org.proteus.policies.simulation.rivals;
