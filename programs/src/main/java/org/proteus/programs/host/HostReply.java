package org.proteus.programs.host;

import org.proteus.foundation.model.Problem;

/** What a host says to the worker. */
sealed interface HostReply {

    /** The run goes on. */
    record Progress(long done, long total, String measure) implements HostReply {}

    /** The run ended well. */
    record Done() implements HostReply {}

    /** The run failed; the host can still answer, but is not used again. */
    record Failed(Problem problem) implements HostReply {}

    /** The host ended, or says what no host says. */
    record Gone() implements HostReply {}
}
