package org.proteus.data.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSource;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ContentType;

/** One URL. What its server says of it is a hint and nothing more. */
final class WebPage implements DataSource {

    /** The reference of the one object; its name is the server's affair and may change. */
    private static final String ONLY = "content";

    private final WebRequests requests;
    private final URI uri;
    private final SourceEntry entry;

    private WebPage(WebRequests requests, URI uri, SourceEntry entry) {
        this.requests = requests;
        this.uri = uri;
        this.entry = entry;
    }

    /** Asks the server what stands at a URL. */
    static WebPage at(WebRequests requests, URI uri) throws IOException {
        WebAnswer answer = requests.describe(uri);
        HttpHeaders headers = answer.headers();
        SourceEntry entry =
                new SourceEntry(
                        ONLY,
                        WebNames.name(headers, answer.uri()),
                        size(headers),
                        headers.firstValue("ETag")
                                .or(() -> headers.firstValue("Last-Modified"))
                                .orElse(""),
                        headers.firstValue("Content-Type").flatMap(WebPage::type));
        return new WebPage(requests, uri, entry);
    }

    @Override
    public Iterator<SourceEntry> list(Optional<String> after) {
        return after.isPresent() ? Collections.emptyIterator() : List.of(entry).iterator();
    }

    @Override
    public InputStream open(String wanted) throws IOException {
        if (!wanted.equals(ONLY)) {
            throw new IOException("a URL is one object; it has none called " + wanted);
        }
        return requests.open(uri);
    }

    @Override
    public void close() {
        requests.close();
    }

    private static long size(HttpHeaders headers) {
        try {
            return headers.firstValueAsLong("Content-Length").orElse(-1);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<ContentType> type(String text) {
        try {
            return Optional.of(ContentType.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
