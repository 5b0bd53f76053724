package org.proteus.graph.server.soap;

import java.util.List;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.server.soap.XmlText;
import org.proteus.graph.PlanAnswer;
import org.proteus.graph.server.soap.contract.ApplicableUnits;
import org.proteus.graph.server.soap.contract.Cost;
import org.proteus.graph.server.soap.contract.UnitChain;
import org.proteus.graph.server.soap.contract.UnitReference;

/** Plans in the words of the contract. */
final class SoapPlans {

    private SoapPlans() {}

    /**
     * Returns the units of an answer.
     *
     * @throws ProteusException if there is no plan
     */
    static ApplicableUnits of(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Found found -> units(found.plan(), List.of());
            case PlanAnswer.NotRunnable blocked -> units(blocked.plan(), blocked.missing());
            case PlanAnswer.Refused refused -> throw new ProteusException(refused.problem());
        };
    }

    private static ApplicableUnits units(Plan plan, List<TransformationProgram> missing) {
        ApplicableUnits units = new ApplicableUnits();
        units.setTargetContentType(XmlText.of(plan.target().toString()));
        units.setChosen(chain(plan.units(), plan.cost(), plan.reason()));
        for (PlanAlternative other : plan.alternatives()) {
            units.getAlternative().add(chain(other.units(), other.cost(), other.reason()));
        }
        missing.forEach(program -> units.getMissingProgram().add(program.id()));
        return units;
    }

    private static UnitChain chain(List<UnitId> units, PlanCost points, String reason) {
        UnitChain chain = new UnitChain();
        chain.setCost(cost(points));
        chain.setReason(XmlText.of(reason));
        units.forEach(unit -> chain.getUnit().add(reference(unit)));
        return chain;
    }

    static UnitReference reference(UnitId unit) {
        UnitReference reference = new UnitReference();
        reference.setProgramId(unit.program());
        reference.setUnitId(unit.unit());
        return reference;
    }

    private static Cost cost(PlanCost points) {
        Cost cost = new Cost();
        cost.setTotal(points.total());
        cost.setLoss(points.loss());
        cost.setTime(points.time());
        cost.setRisk(points.risk());
        cost.setFit(points.fit());
        return cost;
    }
}
