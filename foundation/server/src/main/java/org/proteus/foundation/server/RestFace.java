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
                                        // Errors are ours to write, not the container's.
                                        ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true,
                                        // Answers that stream shall leave as they are written.
                                        ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 8192))
                        .register(StrictQuery.class)
                        .registerInstances(new JsonBody(maxJsonBytes), new ProblemMapper());
        resources.forEach(component -> add(component, config));
        return new ServletContainer(config);
    }

    /**
     * An endpoint is bound by its class: given as an object, Jersey takes it for a bad provider.
     */
    private static void add(Object component, ResourceConfig config) {
        if (component.getClass().isAnnotationPresent(Path.class)) {
            config.register(component.getClass()).register(new BoundEndpoint(component));
        } else {
            config.register(component);
        }
    }

    private static final class BoundEndpoint extends AbstractBinder {

        private final Object endpoint;

        private BoundEndpoint(Object endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        protected void configure() {
            bind(endpoint).to((Class) endpoint.getClass());
        }
    }
}
