package org.proteus.foundation.model;

import java.util.Objects;

/**
 * A user name and a password. They travel only in the lease that needs them, are kept in memory,
 * and never appear in a text form of this object.
 *
 * @param user user name
 * @param password password; empty when there is none
 */
public record Credentials(String user, String password) {

    public Credentials {
        Objects.requireNonNull(user, "user is null");
        Objects.requireNonNull(password, "password is null");
    }

    /** Hides both values. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
