package org.proteus.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.proteus.cli.backend.Backend;
import org.proteus.coordinator.Jobs;
import org.proteus.graph.Catalogue;

/** A server. */
public final class RemoteBackend implements Backend {

    private final RestClient rest;

    private RemoteBackend(RestClient rest) {
        this.rest = rest;
    }

    /** Returns the server at that address; nothing is sent yet. */
    public static RemoteBackend of(URI server) {
        return new RemoteBackend(new RestClient(server));
    }

    @Override
    public Jobs jobs() {
        return new RemoteJobs(rest);
    }

    @Override
    public Catalogue catalogue() {
        return new RemoteCatalogue(rest);
    }

    @Override
    public void report(String job, OutputStream out) throws IOException {
        try (InputStream report = rest.open(RestClient.path("jobs", job, "report"))) {
            report.transferTo(out);
        }
    }

    @Override
    public void close() {
        rest.close();
    }
}
