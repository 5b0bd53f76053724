/** The service's REST interface behind the same Java interfaces that the engine itself offers. */
package org.proteus.cli.remote;
