/**
 * Reads scenarios and lets policies be simulated in them; {@code docs/scenarios.md} has the format.
 */
package org.proteus.cli.simulate;
