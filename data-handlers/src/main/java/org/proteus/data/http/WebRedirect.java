package org.proteus.data.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.proteus.data.Places;

/** Where an answer sends us. */
final class WebRedirect {

    private static final Set<Integer> CODES = Set.of(301, 302, 303, 307, 308);

    private WebRedirect() {}

    /**
     * Returns the next URL, if the answer is a redirect.
     *
     * @throws IOException if it leads where we do not go
     */
    static Optional<URI> next(HttpResponse<?> response) throws IOException {
        if (!CODES.contains(response.statusCode())) {
            return Optional.empty();
        }
        URI here = response.uri();
        String location =
                response.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new WebRefusal("the redirect names no place"));
        URI next;
        try {
            next = here.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new WebRefusal("the redirect names a malformed URL");
        }
        String scheme = Optional.ofNullable(next.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean secure = here.getScheme().equalsIgnoreCase("https");
        boolean allowed = scheme.equals("https") || (scheme.equals("http") && !secure);
        if (!allowed || next.getHost() == null) {
            throw new WebRefusal(
                    "a redirect from "
                            + here.getScheme()
                            + " to "
                            + Places.shown(next)
                            + " is not followed");
        }
        return Optional.of(next);
    }
}
