/** What can transform: the program interface, process runner, sandbox and program host. */
package org.proteus.programs;
