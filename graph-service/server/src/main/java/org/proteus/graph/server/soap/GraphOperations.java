package org.proteus.graph.server.soap;

import java.util.List;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.Catalogue;
import org.proteus.graph.PlanGoal;
import org.proteus.graph.PlanObject;
import org.proteus.graph.PlanQuestion;
import org.proteus.graph.server.soap.contract.ApplicableUnits;

/**
 * The operations of the graph, for every contract that offers them. Thread-safe.
 *
 * @param catalogue what answers them
 */
public record GraphOperations(Catalogue catalogue) {

    /**
     * Tells which units would turn one type into another, why, at what cost, and what else would
     * do.
     *
     * @param publish whether the way is to be published as a composite; null means no
     */
    public ApplicableUnits applicableUnits(String sourceType, String targetType, Boolean publish) {
        if (Boolean.TRUE.equals(publish)) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "publishing a composite transformation program is not yet offered",
                    "Leave createAndPublishCompositeTP out; jobs find the units by themselves");
        }
        ContentType source = catalogue.resolveType(sourceType.strip());
        ContentType target = catalogue.resolveType(targetType.strip());
        return SoapPlans.of(
                catalogue.plan(
                        PlanObject.of(source),
                        PlanGoal.of(target),
                        PlanQuestion.SOME_ALTERNATIVES));
    }

    /** Returns every type that can be reached, nearest first. */
    public List<String> availableTargets(String sourceType) {
        return catalogue.targets(catalogue.resolveType(sourceType.strip())).stream()
                .map(ContentType::toString)
                .toList();
    }
}
