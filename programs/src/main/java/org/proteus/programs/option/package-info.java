/** Reads the options of a run as typed, range-checked values; every family of programs uses it. */
package org.proteus.programs.option;
