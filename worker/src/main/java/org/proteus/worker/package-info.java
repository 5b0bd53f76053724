/**
 * Where work runs: a worker pulls tasks from a {@link
 * org.proteus.foundation.model.protocol.WorkQueue}, and fetches, transforms and stores objects with
 * these stages overlapped. {@link org.proteus.worker.Worker} is the way in.
 */
package org.proteus.worker;
