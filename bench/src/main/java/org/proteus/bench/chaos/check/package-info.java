/** Finds out what a chaos run broke. */
package org.proteus.bench.chaos.check;
