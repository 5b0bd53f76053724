/**
 * What is decided: pure functions from measured numbers to a wanted number of workers. No I/O and
 * no clock of their own.
 */
package org.proteus.policies;
