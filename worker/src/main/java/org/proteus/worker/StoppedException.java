package org.proteus.worker;

/** The task was told to stop; {@link HeldTask#end()} says why. */
final class StoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped", null, false, false);
    }
}
