package org.proteus.foundation.model;

import static org.proteus.foundation.model.ErrorOwner.ENVIRONMENT;
import static org.proteus.foundation.model.ErrorOwner.OBJECT;
import static org.proteus.foundation.model.ErrorOwner.PROTEUS;
import static org.proteus.foundation.model.ErrorOwner.USER;

import java.util.Locale;

/** The errors that users see, each with its owner. The code is part of the public interface. */
public enum ErrorCode {
    /** An argument or a field is missing, unknown or out of range. */
    BAD_REQUEST(USER),
    /** The content type cannot be parsed or is not known. */
    UNKNOWN_TYPE(USER),
    /** No chain of units leads from the found type to the one asked for. */
    NO_PATH(USER),
    /** An option that no step of any plan can honour. */
    UNKNOWN_OPTION(USER),
    /** A program document is broken, or its id is taken. */
    BAD_PROGRAM(USER),
    /** There is no such job, element or program. */
    NOT_FOUND(USER),
    /** An object lacks one that belongs to it, or belongs to none. */
    NO_PARTNER(USER),
    /** The state of the job does not allow this. */
    CONFLICT(USER),
    /** Credentials are missing or were refused. */
    UNAUTHORIZED(USER),
    /** The request or its content is larger than allowed. */
    TOO_LARGE(USER),
    /** The scheme of a source or sink has no handler. */
    UNKNOWN_SCHEME(USER),
    /** The source cannot be read or holds no such object. */
    SOURCE_UNREADABLE(ENVIRONMENT),
    /** The sink cannot be written. */
    SINK_UNWRITABLE(ENVIRONMENT),
    /** There is no room left on a disk. */
    DISK_FULL(ENVIRONMENT),
    /** No live worker offers a program that the plan needs. */
    NO_WORKER(ENVIRONMENT),
    /** Every place in a queue is taken; try again later. */
    BUSY(ENVIRONMENT),
    /** A port, a data folder or a lock is held by another process. */
    IN_USE(ENVIRONMENT),
    /** Another service did not answer or answered wrongly. */
    UNAVAILABLE(ENVIRONMENT),
    /** The object is empty, truncated or not what its type says. */
    BROKEN_OBJECT(OBJECT),
    /** The object is encrypted and no password was given. */
    ENCRYPTED_OBJECT(OBJECT),
    /** The object holds no text, so no text can be made of it. */
    NO_TEXT(OBJECT),
    /** A limit on time, output, expansion or memory was reached. */
    LIMIT_EXCEEDED(OBJECT),
    /** The program ended with an error. */
    PROGRAM_FAILED(OBJECT),
    /** The program said that all went well but left no usable output. */
    BAD_OUTPUT(OBJECT),
    /** The object was lost with its worker too often. */
    KILLS_WORKER(OBJECT),
    /** The job was cancelled. */
    CANCELLED(USER),
    /** A defect of Proteus. */
    INTERNAL(PROTEUS);

    private final ErrorOwner owner;

    ErrorCode(ErrorOwner owner) {
        this.owner = owner;
    }

    /** Returns who can mend it. */
    public ErrorOwner owner() {
        return owner;
    }

    /** Returns the form used in documents and URLs, for example {@code no-path}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
