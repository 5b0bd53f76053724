package org.proteus.graph.server.soap;

import jakarta.jws.WebService;
import java.util.List;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.Graph;
import org.proteus.graph.server.soap.contract.QueryRows;

/** The graph by its own contract. Thread-safe. */
@WebService(
        endpointInterface = "org.proteus.graph.server.soap.contract.Graph",
        targetNamespace = GraphSoap.NAMESPACE,
        serviceName = "GraphService",
        portName = "GraphPort",
        wsdlLocation = "classpath:org/proteus/graph/server/soap/graph.wsdl")
public final class GraphEndpoint implements Graph {

    private final GraphOperations operations;

    GraphEndpoint(GraphOperations operations) {
        this.operations = operations;
    }

    @Override
    public ApplicableUnits findApplicableTransformationUnits(
            String sourceType, String targetType, Boolean createAndPublishCompositeTP) {
        return operations.applicableUnits(sourceType, targetType, createAndPublishCompositeTP);
    }

    @Override
    public QueryRows queryTransformationPrograms(String query) {
        return operations.query(query);
    }

    @Override
    public List<String> findAvailableTargetContentTypes(String sourceType) {
        return operations.availableTargets(sourceType);
    }
}
