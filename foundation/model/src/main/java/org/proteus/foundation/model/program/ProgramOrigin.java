package org.proteus.foundation.model.program;

/** Where a program comes from; an id belongs to one origin. */
public enum ProgramOrigin {
    /** Comes with this software. */
    SHIPPED,
    /** A document of the site's own folder. */
    SITE,
    /** Published while running, by somebody who need not be trusted. */
    PUBLISHED;

    /** Whether those who run the service vouch for it. */
    public boolean isTrusted() {
        return this != PUBLISHED;
    }
}
