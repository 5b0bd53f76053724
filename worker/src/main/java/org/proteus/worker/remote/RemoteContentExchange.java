package org.proteus.worker.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.TaskKey;

/** Content that a coordinator elsewhere holds: GET and PUT of {@code /work/v1/content}. */
public final class RemoteContentExchange implements ContentExchange {

    /** Until the answer begins; a large object may take that long on a slow line. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final CoordinatorConnection connection;

    /** Creates the exchange; the caller closes the connection. */
    public RemoteContentExchange(CoordinatorConnection connection) {
        this.connection = connection;
    }

    @Override
    public InputStream open(TaskKey key) throws IOException {
        return send(connection.request(endpoint(key), TIMEOUT).GET().build());
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        HttpRequest.BodyPublisher content = HttpRequest.BodyPublishers.ofInputStream(() -> result);
        HttpRequest request =
                connection
                        .request(endpoint(key), TIMEOUT)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(content)
                        .build();
        send(request).close();
    }

    private InputStream send(HttpRequest request) throws IOException {
        try {
            return connection.open(request);
        } catch (ProteusException refused) {
            throw new IOException(refused.problem().text(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the transfer was interrupted", stopped);
        }
    }

    private static String endpoint(TaskKey key) {
        String task = URLEncoder.encode(key.task(), StandardCharsets.UTF_8);
        return "content?task=" + task + "&token=" + key.token();
    }
}
