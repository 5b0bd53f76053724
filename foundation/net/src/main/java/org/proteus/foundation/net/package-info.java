/**
 * What goes over the wire: {@link org.proteus.foundation.net.WireJson} is the only JSON form of the
 * shared records, for workers, the REST interface and the command line alike.
 */
package org.proteus.foundation.net;
