package org.proteus.graph.server.soap;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.server.soap.CallingUser;
import org.proteus.graph.Catalogue;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.publish.Publishing;
import org.proteus.graph.server.publishing.PublishingAccess;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.QueryRows;

/**
 * The operations of the graph, for every contract that offers them. Thread-safe.
 *
 * @param catalogue what answers them
 * @param publishing what publishes; absent in a service that only answers
 */
public record GraphOperations(Catalogue catalogue, Optional<PublishingAccess> publishing) {

    /**
     * Tells which units would turn one type into another, why, at what cost, and what else would
     * do.
     *
     * @param publish whether the way is to be published as a composite that names it, which only
     *     operators may ask for; null means no
     */
    public ApplicableUnits applicableUnits(String sourceType, String targetType, Boolean publish) {
        Optional<Publishing> publisher =
                Boolean.TRUE.equals(publish) ? Optional.of(publisher()) : Optional.empty();
        ContentType source = catalogue.resolveType(sourceType.strip());
        ContentType target = catalogue.resolveType(targetType.strip());
        PlanAnswer answer =
                catalogue.plan(
                        PlanObject.of(source), PlanGoal.of(target), PlanQuestion.SOME_ALTERNATIVES);
        ApplicableUnits units = SoapPlans.of(answer);
        publisher
                .map(open -> open.publishPath(answer.chosen()).unit())
                .ifPresent(name -> units.setPublishedUnit(SoapPlans.reference(name)));
        return units;
    }

    /** Lets only operators publish. */
    private Publishing publisher() {
        PublishingAccess access =
                publishing.orElseThrow(() ->
                        new ProteusException(
                                ErrorCode.BAD_REQUEST,
                                "this service publishes nothing",
                                "Leave createAndPublishCompositeTP out"));
        access.operators().require(CallingUser.authorization());
        return access.publishing();
    }

    /** Answers a query on programs and their units. */
    public QueryRows query(String query) {
        return SoapRows.of(catalogue.query(query.strip()));
    }

    /** Returns every type that can be reached, nearest first. */
    public List<String> availableTargets(String sourceType) {
        return catalogue.targets(catalogue.resolveType(sourceType.strip())).stream()
                .map(ContentType::toString)
                .toList();
    }
}
