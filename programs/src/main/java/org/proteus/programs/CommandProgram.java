package org.proteus.programs;

/**
 * A program that is an outside command: this class only says how it is called. It runs in the
 * worker and must not touch the content. Thread-safe.
 */
public non-sealed interface CommandProgram extends Program {

    /**
     * Returns the command for a run.
     *
     * @throws org.proteus.foundation.model.ProteusException if a parameter is out of range
     */
    Command command(Invocation invocation);
}
