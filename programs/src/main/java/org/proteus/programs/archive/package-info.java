/** Programs that make archives. */
package org.proteus.programs.archive;
