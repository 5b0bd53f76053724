/** How results look: as text for people, or as JSON with {@code --json}. */
package org.proteus.cli.output;
