package org.proteus.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jws.WebService;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.cxf.jaxws.EndpointImpl;
import org.junit.jupiter.api.Test;

class SoapFaceTest {

    /** Says hello over SOAP. */
    @WebService(targetNamespace = "urn:greeter")
    public static final class Greeter {
        /** Greets somebody. */
        public String greet(String name) {
            return "hello " + name;
        }
    }

    private static final String CALL =
            """
            <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>\
            <g:greet xmlns:g="urn:greeter"><arg0>you</arg0></g:greet></e:Body></e:Envelope>\
            """;

    @Test
    void answersBesideRest() throws Exception {
        HttpService.Builder builder =
                HttpService.on(SampleService.settings(0))
                        .rest(new SampleEndpoints())
                        .soap(
                                "/soap",
                                bus -> new EndpointImpl(bus, new Greeter()).publish("/greeter"));
        try (HttpService service = builder.start();
                HttpClient client = HttpClient.newHttpClient()) {
            var call =
                    HttpRequest.newBuilder(service.uri().resolve("/soap/greeter"))
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .POST(BodyPublishers.ofString(CALL));
            assertThat(client.send(call.build(), BodyHandlers.ofString()).body())
                    .contains("hello you");
            var wsdl = HttpRequest.newBuilder(service.uri().resolve("/soap/greeter?wsdl"));
            assertThat(client.send(wsdl.build(), BodyHandlers.ofString()).body())
                    .contains("definitions", service.uri() + "/soap/greeter");
            var rest = HttpRequest.newBuilder(service.uri().resolve("/sample/hello"));
            assertThat(client.send(rest.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
