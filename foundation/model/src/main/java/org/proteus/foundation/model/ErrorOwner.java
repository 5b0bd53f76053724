package org.proteus.foundation.model;

/** Who can mend an error. */
public enum ErrorOwner {
    /** Whoever sent the request: it is wrong or asks for what cannot be done. */
    USER,
    /** The object itself: broken, encrypted, hostile. */
    OBJECT,
    /** The machine, the network, a program that is missing, another service. */
    ENVIRONMENT,
    /** Proteus: a defect. */
    PROTEUS
}
