/**
 * Program hosts: JVMs of their own in which class-based programs run, so that what they do to
 * memory, threads or the machine ends with their process.
 */
package org.proteus.programs.host;
