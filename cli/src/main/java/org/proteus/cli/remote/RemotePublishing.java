package org.proteus.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.proteus.cli.backend.PublishedBackend;
import org.proteus.foundation.model.Bytes;
import org.proteus.graph.publish.Expected;
import org.proteus.graph.publish.ProgramVersion;

/** Publishes programs on a server. Thread-safe. */
public final class RemotePublishing implements PublishedBackend {

    private static final TypeReference<ProgramVersion> VERSION = new TypeReference<>() {};
    private static final TypeReference<List<ProgramVersion>> VERSIONS = new TypeReference<>() {};

    private final RestClient rest;
    private final OperatorToken token;

    /**
     * Nothing is sent yet.
     *
     * @param tokenFile file with the operators' token, without which nothing can be changed
     */
    public RemotePublishing(URI server, Optional<Path> tokenFile) {
        this.rest = new RestClient(server);
        this.token = new OperatorToken(tokenFile);
    }

    @Override
    public ProgramVersion publish(String id, Bytes document, Expected expected) {
        HttpRequest.Builder request =
                rest.request(RestClient.path("programs", id))
                        .header("Content-Type", "application/xml")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(document.array()));
        return RestClient.read(
                rest.send(expecting(request, expected), token.authorization()), VERSION);
    }

    @Override
    public void withdraw(String id, Expected expected) {
        HttpRequest.Builder request = rest.request(RestClient.path("programs", id)).DELETE();
        rest.send(expecting(request, expected), token.authorization());
    }

    @Override
    public List<ProgramVersion> versions(String id) {
        return rest.get(RestClient.path("programs", id, "versions"), VERSIONS);
    }

    @Override
    public byte[] document(String id, String version) {
        return rest.bytes(
                RestClient.path("programs", id, "document")
                        + "?version="
                        + RestClient.encode(version));
    }

    private static HttpRequest.Builder expecting(HttpRequest.Builder request, Expected expected) {
        return switch (expected) {
            case Expected.Anything _ -> request;
            case Expected.Nothing _ -> request.header("If-None-Match", "*");
            case Expected.Version(String version) ->
                    request.header("If-Match", '"' + version + '"');
        };
    }

    @Override
    public void close() {
        rest.close();
    }
}
