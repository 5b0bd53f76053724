/** The demonstration: what a newcomer sees first, all of it done for real. */
package org.proteus.cli.demo;
