package org.proteus.foundation.server;

import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;

/** Puts Jersey together: what is registered here and nothing that lies on the class path. */
final class RestFace {

    private RestFace() {}

    static ServletContainer of(List<Object> resources, long maxJsonBytes) {
        ResourceConfig config =
                new ResourceConfig()
                        .addProperties(
                                Map.of(
                                        CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                                        CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                                        ServerProperties.WADL_FEATURE_DISABLE, true,
                                        // What Jersey refuses without a word, Jetty explains.
                                        ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, false,
                                        // Answers that stream shall leave as they are written.
                                        ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 8192))
                        .register(StrictQuery.class)
                        .registerInstances(new JsonBody(maxJsonBytes), new ProblemMapper());
        List<Object> endpoints = resources.stream().filter(RestFace::isEndpoint).toList();
        resources.stream().filter(other -> !isEndpoint(other)).forEach(config::register);
        endpoints.forEach(endpoint -> config.register(endpoint.getClass()));
        return new ServletContainer(config.register(new Bound(endpoints)));
    }

    private static boolean isEndpoint(Object component) {
        return component.getClass().isAnnotationPresent(Path.class);
    }

    /** Binds endpoints by their class: given as objects, Jersey takes them for bad providers. */
    private static final class Bound extends AbstractBinder {

        private final List<Object> endpoints;

        private Bound(List<Object> endpoints) {
            this.endpoints = endpoints;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        protected void configure() {
            // Jersey binds the class as well, to make an object for each request; ours goes first.
            endpoints.forEach(endpoint -> bind(endpoint).to((Class) endpoint.getClass()).ranked(1));
        }
    }
}
