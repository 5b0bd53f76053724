package org.proteus.coordinator.jclouds;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for a provider: WireMock over HTTPS with the answers of its API as far as jclouds asks
 * for them, and with faults. Thread-safe.
 */
abstract class ProviderStand implements AutoCloseable {

    private final Map<String, ResponseDefinition> faults = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final WireMockServer server =
            new WireMockServer(
                    options()
                            .httpDisabled(true)
                            .dynamicHttpsPort()
                            .disableRequestJournal()
                            .extensions(new Answers()));

    ProviderStand() {
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        server.start();
    }

    /** Returns what a request asks for. */
    abstract String operation(Request request);

    /** Answers a request that no fault is set for. */
    abstract ResponseDefinition answer(String operation, Request request);

    String endpoint() {
        // By number: signers of some providers take a host name apart.
        return "https://127.0.0.1:" + server.httpsPort();
    }

    /** Answers an operation in this way until all is healed. */
    void fail(String operation, ResponseDefinition answer) {
        faults.put(operation, answer);
    }

    void heal() {
        faults.clear();
    }

    /** Returns how often an operation was asked for. */
    long calls(String operation) {
        return calls.stream().filter(operation::equals).count();
    }

    static ResponseDefinition response(int status, String type, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", type)
                .withBody(body)
                .build();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Answers implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            String operation = operation(request);
            calls.add(operation);
            ResponseDefinition fault = faults.get(operation);
            return fault != null ? fault : answer(operation, request);
        }

        @Override
        public String getName() {
            return "provider";
        }
    }
}
