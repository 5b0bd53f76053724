package org.proteus.data.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import org.proteus.data.Places;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Says in words what a web server answered. */
final class WebFailures {

    private WebFailures() {}

    /**
     * Returns the body of an answer that is a success.
     *
     * @throws ProteusException UNAUTHORIZED if the server wants other credentials
     * @throws WebRefusal if it answers with another error
     */
    static InputStream accepted(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        response.body().close();
        String what = shown(response.uri()) + ": ";
        switch (status) {
            case 401, 407 ->
                    throw new ProteusException(
                            ErrorCode.UNAUTHORIZED,
                            what + "the server wants a user name and a password (" + status + ")",
                            "give the credentials of the source");
            case 403 ->
                    throw new ProteusException(
                            ErrorCode.UNAUTHORIZED,
                            what + "the server does not allow it (403)",
                            "give the credentials of somebody who may read it");
            case 404, 410 -> throw new WebRefusal(what + "there is no such page (" + status + ")");
            default -> throw new WebRefusal(what + "the server answers " + status);
        }
    }

    /** A query may hold a secret. */
    private static String shown(URI uri) {
        String text = Places.shown(uri);
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query) + "?...";
    }
}
