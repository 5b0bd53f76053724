/**
 * Publishing programs while the service runs, and keeping them. A store of one's own implements
 * {@link org.proteus.graph.publish.ProgramStore} and passes its contract test.
 */
package org.proteus.graph.publish;
