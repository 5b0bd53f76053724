package org.proteus.coordinator.pool.machine;

/** A provider did not do what it was asked for. The message is for operators; no secret in it. */
public final class MachineException extends Exception {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why, as far as it matters for what is done next. */
    public enum Reason {
        /** A quota of the account is used up, or the provider has no room for such a machine. */
        QUOTA,
        /** Too many calls; it may be asked again soon. */
        THROTTLED,
        /** Anything else. */
        FAILED
    }

    /** Creates one. */
    public MachineException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}
