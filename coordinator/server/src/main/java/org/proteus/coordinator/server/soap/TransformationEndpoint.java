package org.proteus.coordinator.server.soap;

import jakarta.jws.WebService;
import jakarta.xml.ws.wsaddressing.W3CEndpointReference;
import jakarta.xml.ws.wsaddressing.W3CEndpointReferenceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.XMLGregorianCalendar;
import org.apache.cxf.helpers.DOMUtils;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.server.soap.contract.CreateTransformation;
import org.proteus.coordinator.server.soap.contract.ObjectPlace;
import org.proteus.coordinator.server.soap.contract.Pairing;
import org.proteus.coordinator.server.soap.contract.Parameter;
import org.proteus.coordinator.server.soap.contract.ScalingPolicy;
import org.proteus.coordinator.server.soap.contract.Transformation;
import org.proteus.coordinator.server.soap.contract.TransformationResult;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.proteus.foundation.model.job.ScalingRequest;
import org.proteus.graph.Catalogue;
import org.proteus.graph.server.soap.GraphOperations;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.QueryRows;
import org.w3c.dom.Element;

/** The service itself. Thread-safe. */
@WebService(
        endpointInterface = "org.proteus.coordinator.server.soap.contract.Transformation",
        targetNamespace = SoapEndpoints.NAMESPACE,
        serviceName = "TransformationService",
        portName = "TransformationPort",
        wsdlLocation = "classpath:org/proteus/coordinator/server/soap/proteus.wsdl")
public final class TransformationEndpoint implements Transformation {

    private static final int DEFAULT_WAIT_SECONDS = 60;

    private final Jobs jobs;
    private final GraphOperations graph;
    private final SoapPlaces places;

    TransformationEndpoint(Jobs jobs, Catalogue catalogue, GraphOperations graph) {
        this.jobs = jobs;
        this.graph = graph;
        this.places = new SoapPlaces(catalogue::resolveType);
    }

    @Override
    public TransformationResult transformData(
            ObjectPlace input,
            String targetContentType,
            ObjectPlace output,
            Boolean createReport,
            Integer wait,
            Pairing pairing) {
        JobView submitted =
                jobs.submit(
                        request(input, targetContentType, output, Map.of(), null)
                                .withPairing(SoapPairing.of(pairing)));
        Duration atMost = Duration.ofSeconds(wait == null ? DEFAULT_WAIT_SECONDS : wait);
        JobView job =
                CurrentCall.client()
                        .inSlices(atMost, slice -> ended(submitted.id(), slice))
                        .orElseGet(() -> jobs.show(submitted.id()));
        return new SoapReport(jobs).result(job, Boolean.TRUE.equals(createReport));
    }

    private Optional<JobView> ended(String job, Duration atMost) throws InterruptedException {
        return Optional.of(jobs.await(job, atMost)).filter(view -> view.state().isFinal());
    }

    @Override
    public ApplicableUnits findApplicableTransformationUnits(
            String sourceType, String targetType, Boolean createAndPublishCompositeTP) {
        return graph.applicableUnits(sourceType, targetType, createAndPublishCompositeTP);
    }

    @Override
    public QueryRows queryTransformationPrograms(String query) {
        return graph.query(query);
    }

    @Override
    public List<String> findAvailableTargetContentTypes(String sourceType) {
        return graph.availableTargets(sourceType);
    }

    @Override
    public W3CEndpointReference createTransformation(
            ObjectPlace input,
            String targetContentType,
            ObjectPlace output,
            CreateTransformation.Options options,
            ScalingPolicy scaling,
            Pairing pairing,
            Integer priority,
            XMLGregorianCalendar deadline,
            String idempotencyKey) {
        Map<String, String> given = options == null ? Map.of() : optionsByName(options.getOption());
        JobView job =
                jobs.submit(
                        request(input, targetContentType, output, given, scaling(scaling))
                                .withPairing(SoapPairing.of(pairing))
                                .withPriority(priority)
                                .withDeadline(instant(deadline)),
                        Optional.ofNullable(idempotencyKey));
        Element id = DOMUtils.createDocument().createElementNS(SoapEndpoints.NAMESPACE, "p:JobId");
        id.setTextContent(job.id());
        return new W3CEndpointReferenceBuilder()
                .address(CurrentCall.beside(SoapEndpoints.JOB).toString())
                .referenceParameter(id)
                .build();
    }

    private static Optional<Instant> instant(XMLGregorianCalendar deadline) {
        if (deadline != null && deadline.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the deadline has no time zone",
                    "Write it as 2027-01-31T18:00:00Z");
        }
        return Optional.ofNullable(deadline).map(at -> at.toGregorianCalendar().toInstant());
    }

    private JobRequest request(
            ObjectPlace input,
            String target,
            ObjectPlace output,
            Map<String, String> options,
            ScalingRequest scaling) {
        return new JobRequest(
                places.source(input),
                target.strip(),
                places.sink(output),
                options,
                null,
                scaling,
                null,
                null,
                places.objects(input));
    }

    private static Map<String, String> optionsByName(List<Parameter> options) {
        Map<String, String> byName = new HashMap<>();
        for (Parameter option : options) {
            if (byName.put(option.getName(), option.getValue()) != null) {
                throw new ProteusException(
                        ErrorCode.BAD_REQUEST,
                        "the option '" + option.getName() + "' is given twice",
                        "Give it once");
            }
        }
        return byName;
    }

    private static ScalingRequest scaling(ScalingPolicy given) {
        return given == null
                ? ScalingRequest.DEFAULT
                : new ScalingRequest(
                        Optional.ofNullable(given.getPolicy()),
                        Optional.ofNullable(given.getWorkers()),
                        Optional.ofNullable(given.getRatio()),
                        Optional.ofNullable(given.getMin()),
                        Optional.ofNullable(given.getMax()),
                        Optional.ofNullable(given.getStep()),
                        Optional.ofNullable(given.getWindow()),
                        Optional.ofNullable(given.getCooldown()));
    }
}
