package org.proteus.data.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.proteus.data.DataHandler;
import org.proteus.data.DataSource;
import org.proteus.data.Places;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.job.Place;

/** Serves {@code http:} and {@code https:} URLs as sources of one object each. Thread-safe. */
public final class WebPages implements DataHandler.Reader {

    @Override
    public String id() {
        return "web-pages";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("http", "https");
    }

    @Override
    public DataSource source(URI uri, Optional<Credentials> credentials, boolean recursive)
            throws IOException {
        Place place = Places.apart(new Place(uri.toString(), credentials)).place();
        return WebPage.at(new WebRequests(place.credentials()), URI.create(place.uri()));
    }
}
