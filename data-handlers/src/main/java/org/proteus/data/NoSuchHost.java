package org.proteus.data;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** What the libraries say of a name that nobody knows is that very name, or nothing at all. */
public final class NoSuchHost {

    private NoSuchHost() {}

    /** Whether a connection failed because its host's name has no address. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    /** Returns that there is no such host where this is the reason, else what was said. */
    public static String or(Throwable failure, String said) {
        return isCauseOf(failure) ? "there is no such host" : said;
    }
}
