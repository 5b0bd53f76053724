/**
 * Runs the steps of plans: finds the programs of this machine, runs each in its own way, checks
 * what comes out, and says in the user's words why a step failed.
 */
package org.proteus.programs.step;
