package org.proteus.foundation.model.job;

/** What becomes of an object whose plan no live worker can run. */
public enum MissingWorker {
    /** It waits, and says for which program. */
    WAIT,
    /** It is refused with the packages to install. */
    REFUSE
}
