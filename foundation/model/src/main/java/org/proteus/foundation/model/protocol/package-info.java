/**
 * What workers and coordinators say to each other: {@link
 * org.proteus.foundation.model.protocol.WorkQueue} and the records it exchanges. The records are
 * the wire form as well; over HTTP each method is one POST of a JSON document.
 */
package org.proteus.foundation.model.protocol;
