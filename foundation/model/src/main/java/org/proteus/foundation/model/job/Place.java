package org.proteus.foundation.model.job;

import java.util.Objects;
import java.util.Optional;
import org.proteus.foundation.model.Credentials;

/**
 * A source or a sink.
 *
 * @param uri URI such as {@code ftp://host/scans/}, {@code file:///data/in/}, or {@link #INLINE}
 * @param credentials credentials given beside the URI; a password inside the URI is moved here
 */
public record Place(String uri, Optional<Credentials> credentials) {

    /** The request itself as a source, the coordinator's own store as a sink. */
    public static final String INLINE = "inline:";

    public Place {
        Objects.requireNonNull(uri, "uri is null");
        credentials = credentials == null ? Optional.empty() : credentials;
    }

    /** Returns the place of that URI, without credentials. */
    public static Place of(String uri) {
        return new Place(uri, Optional.empty());
    }

    /** Whether this is {@link #INLINE}. */
    public boolean isInline() {
        return uri.equals(INLINE);
    }
}
