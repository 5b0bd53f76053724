/** Where the log goes: to standard error, without a configuration file to parse at every start. */
package org.proteus.cli.logging;
