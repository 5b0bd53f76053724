package org.proteus.data;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.Credentials;

/**
 * A kind of place where objects are; found by {@link java.util.ServiceLoader}. What it can do it
 * says by also being a {@link Reader} or a {@link Writer}.
 */
public interface DataHandler {

    /** Returns its id, for logs; unique. */
    String id();

    /** Returns the URI schemes it serves, in lower case; no two handlers share one. */
    Set<String> schemes();

    /** A handler that can be a source. */
    interface Reader extends DataHandler {

        /**
         * Opens a source.
         *
         * @param recursive whether a listing walks the folders below
         * @throws IOException if it cannot be reached; the message is for the user
         */
        DataSource source(URI uri, Optional<Credentials> credentials, boolean recursive)
                throws IOException;
    }

    /** A handler that can be a sink. */
    interface Writer extends DataHandler {

        /**
         * Opens a sink; it is created when it is not there.
         *
         * @throws IOException if it cannot be reached; the message is for the user
         */
        DataSink sink(URI uri, Optional<Credentials> credentials) throws IOException;
    }
}
