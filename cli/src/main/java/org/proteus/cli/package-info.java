/** The front door: the {@code proteus} command and every main. */
package org.proteus.cli;
