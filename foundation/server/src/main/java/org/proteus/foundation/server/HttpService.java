package org.proteus.foundation.server;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.cxf.Bus;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP server with the faces that were put on it: REST resources (Jersey) and SOAP endpoints
 * (CXF). Requests run on virtual threads. Thread-safe once started.
 */
public final class HttpService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

    private final Server server;
    private final WaitingClients waiting;
    private final URI uri;

    private HttpService(Server server, WaitingClients waiting, URI uri) {
        this.server = server;
        this.waiting = waiting;
        this.uri = uri;
    }

    /** Begins a server with these settings. */
    public static Builder on(HttpSettings settings) {
        return new Builder(settings);
    }

    /** Returns the address by which this machine reaches the server, with the port it got. */
    public URI uri() {
        return uri;
    }

    /** Takes no more requests, lets those under way end as far as the settings allow, and stops. */
    @Override
    public void close() {
        waiting.stopAll();
        try {
            server.stop();
        } catch (Exception failed) {
            LOG.warn("the server did not stop cleanly", failed);
        }
        server.destroy();
    }

    /** What a server is made of. Not thread-safe; used once. */
    public static final class Builder {

        private final HttpSettings settings;
        private final List<Object> resources = new ArrayList<>();
        private final List<SoapFace> soap = new ArrayList<>();
        private long maxJsonBytes = 32L << 20;

        private Builder(HttpSettings settings) {
            this.settings = settings;
        }

        /** Adds JAX-RS resources, filters and the like; each is one object for all requests. */
        public Builder rest(Object... components) {
            resources.addAll(List.of(components));
            return this;
        }

        /** Sets the largest JSON document taken, in bytes. */
        public Builder maxJson(long bytes) {
            maxJsonBytes = bytes;
            return this;
        }

        /**
         * Adds SOAP endpoints below a path. CXF is loaded only if there are some.
         *
         * @param path for example {@code /soap}
         * @param publisher publishes the endpoints on the bus, with addresses relative to the path;
         *     called once, when the server is up
         */
        public Builder soap(String path, Consumer<Bus> publisher) {
            soap.add(new SoapFace(path, publisher));
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws org.proteus.foundation.model.ProteusException {@code IN_USE} if the port is
         *     taken, {@code BAD_REQUEST} if the address is not one of this machine
         */
        public HttpService start() {
            ServletContextHandler context = new ServletContextHandler("/");
            context.setErrorHandler(new ProblemPages());
            // Endpoints state their media types; no charset is guessed on top.
            context.getMimeTypes().clear();
            ServletHolder rest = new ServletHolder("rest", RestFace.of(resources, maxJsonBytes));
            rest.setInitOrder(1);
            context.addServlet(rest, "/*");
            soap.forEach(face -> face.addTo(context));
            WaitingClients waiting = new WaitingClients(context);
            Server server = JettyAssembly.of(settings, waiting);
            JettyAssembly.start(server, settings);
            HttpService service = new HttpService(server, waiting, uriOf(server));
            publish(service);
            LOG.info("listening on {}", service.uri());
            return service;
        }

        private void publish(HttpService service) {
            try {
                soap.forEach(SoapFace::publish);
            } catch (RuntimeException failed) {
                service.close();
                throw failed;
            }
        }

        private URI uriOf(Server server) {
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            InetAddress address = JettyAssembly.addressOf(settings);
            String host =
                    address.isAnyLocalAddress() ? HttpSettings.LOOPBACK : address.getHostAddress();
            return URI.create(
                    "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
        }
    }
}
