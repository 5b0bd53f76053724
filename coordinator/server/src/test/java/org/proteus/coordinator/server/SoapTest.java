package org.proteus.coordinator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.AddressingFeature;
import jakarta.xml.ws.wsaddressing.W3CEndpointReference;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.proteus.coordinator.server.soap.contract.CreateTransformation;
import org.proteus.coordinator.server.soap.contract.JobState;
import org.proteus.coordinator.server.soap.contract.JobStatus;
import org.proteus.coordinator.server.soap.contract.ObjectPlace;
import org.proteus.coordinator.server.soap.contract.Outcome;
import org.proteus.coordinator.server.soap.contract.Parameter;
import org.proteus.coordinator.server.soap.contract.ProteusFault;
import org.proteus.coordinator.server.soap.contract.ScalingPolicy;
import org.proteus.coordinator.server.soap.contract.Transformation;
import org.proteus.coordinator.server.soap.contract.TransformationJob;
import org.proteus.coordinator.server.soap.contract.TransformationResult;
import org.proteus.foundation.model.job.JobView;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.Graph;
import org.proteus.graph.server.soap.contract.QueryRows;

/** Clients generated from the contract, one for each test, call a running server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapTest {

    private static final String NAMESPACE = "urn:proteus:soap:1";

    private final RunningServer server = new RunningServer();
    private Transformation soap;

    @BeforeEach
    void makeClient() {
        soap =
                service("/soap/transformation?wsdl", "TransformationService")
                        .getPort(Transformation.class);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Service service(String wsdl, String name) {
        try {
            return Service.create(server.uri().resolve(wsdl).toURL(), new QName(NAMESPACE, name));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectPlace place(String type, String value, String... parameters) {
        ObjectPlace place = new ObjectPlace();
        place.setType(type);
        place.setValue(value);
        place.setParameters(new ObjectPlace.Parameters());
        for (int i = 0; i < parameters.length; i += 2) {
            place.getParameters().getParameter().add(parameter(parameters[i], parameters[i + 1]));
        }
        return place;
    }

    private static Parameter parameter(String name, String value) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setValue(value);
        return parameter;
    }

    private TransformationResult inline(Boolean report) throws ProteusFault {
        ObjectPlace input = place("Inline", "hello", "name", "a.txt", "encoding", "text");
        return soap.transformData(input, "txt", place("Inline", null), report, null, null);
    }

    @Test
    void transformsAnObjectOfTheRequestAndReportsIt() throws Exception {
        TransformationResult result = inline(true);
        assertThat(result.getState()).isEqualTo(JobState.ENDED);
        assertThat(result.getTargetContentType()).isEqualTo("text/plain");
        assertThat(result.getReport().isComplete()).isTrue();
        assertThat(result.getReport().getRecord())
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.getName()).isEqualTo("a.txt");
                    assertThat(record.getContentTypeFound()).isEqualTo("text/plain");
                    assertThat(record.getOutcome()).isEqualTo(Outcome.SUCCESSFUL);
                    assertThat(record.getMessage()).contains("shout/text");
                    assertThat(record.getOutput()).startsWith("inline:");
                    assertThat(record.getContent()).asString().isEqualTo("HELLO");
                });
    }

    @Test
    void reportsOnlyWhenAsked() throws Exception {
        assertThat(inline(null).getReport()).isNull();
    }

    @Test
    void answersWhatIsKnownWhenTheTimeIsOver() throws Exception {
        ObjectPlace input =
                place("FTP", "files.example", "directory", "in", "username", "u", "password", "pw");
        TransformationResult result =
                soap.transformData(input, "png", place("File", "/data/out/"), true, 0, null);
        assertThat(result.getState()).isEqualTo(JobState.RUNNING);
        assertThat(result.getReport().isComplete()).isFalse();
        JobView job = server.fake.jobs.show(result.getJobId());
        assertThat(job.from()).isEqualTo("ftp://files.example/in");
        assertThat(job.into()).isEqualTo("file:///data/out/");
    }

    @Test
    void findsUnitsWithReasonAndCost() throws Exception {
        ApplicableUnits units = soap.findApplicableTransformationUnits("txt", "text/html", null);
        assertThat(units.getChosen().getUnit())
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.getProgramId()).isEqualTo("shout");
                    assertThat(unit.getUnitId()).isEqualTo("text");
                });
        assertThat(units.getChosen().getReason()).isEqualTo("the only way");
        assertThat(units.getChosen().getCost().getTotal()).isEqualTo(1);
        assertThat(units.getChosen().getCost().getTime()).isEqualTo(1);
        assertThat(units.getMissingProgram()).isEmpty();
    }

    @Test
    void namesTheProgramsThatNobodyRuns() throws Exception {
        assertThat(soap.findApplicableTransformationUnits("txt", "png", false).getMissingProgram())
                .containsExactly("shout");
    }

    @Test
    void declaresItsFault() {
        assertThatThrownBy(() -> soap.findApplicableTransformationUnits("txt", "audio/mpeg", null))
                .isInstanceOfSatisfying(
                        ProteusFault.class,
                        fault -> {
                            assertThat(fault.getFaultInfo().getCode()).isEqualTo("NO_PATH");
                            assertThat(fault.getFaultInfo().getMessage())
                                    .isEqualTo("text never sings");
                            assertThat(fault.getFaultInfo().getAction()).isEqualTo("Try text/html");
                        });
    }

    @Test
    void publishesPathsForOperatorsOnly() throws Exception {
        assertThatThrownBy(() -> soap.findApplicableTransformationUnits("txt", "text/html", true))
                .isInstanceOf(ProteusFault.class)
                .hasMessageContaining("operators must show a token");
        ((BindingProvider) soap)
                .getRequestContext()
                .put(
                        MessageContext.HTTP_REQUEST_HEADERS,
                        Map.of("Authorization", List.of("Bearer " + RunningServer.OPERATOR)));
        ApplicableUnits units = soap.findApplicableTransformationUnits("txt", "text/html", true);
        assertThat(units.getPublishedUnit().getProgramId()).isEqualTo("shout");
        assertThat(soap.findApplicableTransformationUnits("txt", "text/html", null))
                .extracting(ApplicableUnits::getPublishedUnit)
                .isNull();
    }

    @Test
    void answersQueries() throws Exception {
        QueryRows rows =
                soap.queryTransformationPrograms(
                        "GET TRANSFORMATIONPROGRAM programId, package WHERE unitId LIKE 't*'");
        assertThat(rows.getKind()).isEqualTo("TRANSFORMATIONPROGRAM");
        assertThat(rows.getRow()).hasSize(1);
        assertThat(rows.getRow().getFirst().getValue())
                .extracting(value -> value.getField() + "=" + value.getValue())
                .containsExactly("programId=shout", "package=shout");
        assertThatThrownBy(() -> soap.queryTransformationPrograms("GET"))
                .isInstanceOf(ProteusFault.class)
                .hasMessageContaining("position 4");
    }

    @Test
    void findsTargets() throws Exception {
        assertThat(soap.findAvailableTargetContentTypes("text/plain"))
                .containsExactly("text/html; case=\"upper\"", "application/pdf");
    }

    private W3CEndpointReference create() throws ProteusFault {
        CreateTransformation.Options options = new CreateTransformation.Options();
        options.getOption().add(parameter("width", "640"));
        ScalingPolicy scaling = new ScalingPolicy();
        scaling.setPolicy("efficiency");
        scaling.setRatio(0.5);
        scaling.setMin(1);
        scaling.setMax(4);
        scaling.setWindow("30s");
        scaling.setCooldown("2m");
        return soap.createTransformation(
                place("URI", "ftp://u:secret@files.example/in/"),
                "png",
                place("SFTP", "sftp://files.example/out/", "username", "u"),
                options,
                scaling,
                null,
                null,
                null,
                null);
    }

    @Test
    void returnsAReferenceThatCanBeCalledAsItIs() throws Exception {
        W3CEndpointReference reference = create();
        assertThat(reference.toString())
                .contains(server.uri() + "/soap/job")
                .doesNotContain("secret");
        TransformationJob job =
                service("/soap/job?wsdl", "TransformationJobService")
                        .getPort(reference, TransformationJob.class, new AddressingFeature());

        JobStatus status = job.getStatus();
        assertThat(status.getState()).isEqualTo(JobState.RUNNING);
        assertThat(status.getTargetContentType()).isEqualTo("image/png");
        assertThat(status.getCount()).hasSize(8);
        assertThat(status.getCost().getWorkerSeconds()).isEqualTo(84);
        assertThat(status.getCost().getCurrency()).isEqualTo("EUR");
        assertThat(status.getDecision())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.getReason()).isEqualTo("2 asked for");
                    assertThat(decision.getRatio()).isEqualTo(0.75);
                });
        assertThat(job.cancel().getState()).isEqualTo(JobState.ENDED);

        JobView accepted = server.fake.jobs.show(status.getJobId());
        assertThat(accepted.from()).isEqualTo("ftp://files.example/in/");
        assertThat(accepted.options()).isEqualTo(Map.of("width", "640"));
        assertThat(accepted.scaling().policy()).hasValue("efficiency");
        assertThat(accepted.scaling().max()).hasValue(4);
        assertThat(accepted.scaling().cooldown()).hasValue("2m");
    }

    @Test
    void wantsTheHeaderThatNamesTheJob() throws Exception {
        TransformationJob job =
                service("/soap/job?wsdl", "TransformationJobService")
                        .getPort(TransformationJob.class);
        assertThatThrownBy(job::getStatus)
                .isInstanceOf(ProteusFault.class)
                .hasMessageContaining("JobId");
    }

    @Test
    void showsItsAddressAsTheClientSeesIt() throws Exception {
        String asLocalhost = "http://localhost:" + server.uri().getPort();
        for (String base : List.of(asLocalhost, server.uri().toString(), asLocalhost)) {
            for (String path : List.of("/soap/transformation", "/soap/job")) {
                String wsdl = server.get(base + path + "?wsdl").body();
                assertThat(wsdl).contains("location=\"" + base + path + "\"");
            }
        }
    }

    @Test
    void servesTheSchemasThatTheContractNames() throws Exception {
        String base = "/soap/transformation";
        assertThat(server.get(base + "?xsd=proteus.xsd").body()).contains("TransformationResult");
        assertThat(server.get(base + "?xsd=addressing.xsd").body()).contains("ReferenceParameters");
        assertThat(server.get(base + "?xsd=graph.xsd").body()).contains("ApplicableUnits");
    }

    @Test
    void offersTheGraphByItsOwnContractToo() throws Exception {
        Graph graph =
                Service.create(
                                server.uri().resolve("/soap/graph?wsdl").toURL(),
                                new QName("urn:proteus:graph:1", "GraphService"))
                        .getPort(Graph.class);
        assertThat(graph.findAvailableTargetContentTypes("txt")).contains("application/pdf");
    }

    @Test
    void answersWithStatus500OnFaults() {
        assertThatThrownBy(() -> soap.findAvailableTargetContentTypes("never heard of"))
                .isInstanceOf(ProteusFault.class);
        assertThat(((BindingProvider) soap).getResponseContext())
                .containsEntry(MessageContext.HTTP_RESPONSE_CODE, 500);
    }

    @Test
    void givesReferencesOfTheHostThatWasCalled() throws Exception {
        URI localhost = URI.create("http://localhost:" + server.uri().getPort());
        ((BindingProvider) soap)
                .getRequestContext()
                .put(
                        BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
                        localhost.resolve("/soap/transformation").toString());
        assertThat(create().toString()).contains(localhost + "/soap/job");
    }
}
