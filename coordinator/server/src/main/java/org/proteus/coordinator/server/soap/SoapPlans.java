package org.proteus.coordinator.server.soap;

import java.util.List;
import org.proteus.coordinator.server.soap.contract.ApplicableUnits;
import org.proteus.coordinator.server.soap.contract.UnitChain;
import org.proteus.coordinator.server.soap.contract.UnitReference;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.graph.PlanAnswer;

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
        List<UnitId> steps = plan.steps().stream().map(PlanStep::unit).toList();
        units.setChosen(chain(steps, plan.cost().total(), plan.reason()));
        for (PlanAlternative other : plan.alternatives()) {
            units.getAlternative().add(chain(other.units(), other.cost().total(), other.reason()));
        }
        missing.forEach(program -> units.getMissingProgram().add(program.id()));
        return units;
    }

    private static UnitChain chain(List<UnitId> units, double cost, String reason) {
        UnitChain chain = new UnitChain();
        chain.setCost(cost);
        chain.setReason(XmlText.of(reason));
        for (UnitId unit : units) {
            UnitReference reference = new UnitReference();
            reference.setProgramId(unit.program());
            reference.setUnitId(unit.unit());
            chain.getUnit().add(reference);
        }
        return chain;
    }
}
