/** One class for each command; each reads its arguments, calls a backend and prints. */
package org.proteus.cli.command;
