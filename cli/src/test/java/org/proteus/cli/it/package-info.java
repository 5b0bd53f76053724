/** The command {@code proteus} as its users run it: real processes, real converters, real files. */
package org.proteus.cli.it;
