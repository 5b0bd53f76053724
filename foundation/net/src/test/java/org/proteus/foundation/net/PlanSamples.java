package org.proteus.foundation.net;

import static org.proteus.foundation.net.SampleParts.PNG;
import static org.proteus.foundation.net.SampleParts.TIFF;
import static org.proteus.foundation.net.SampleParts.UNIT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanAlternative;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitLimits;
import org.proteus.foundation.model.program.UnitStep;

/** Plans and programs. */
final class PlanSamples {

    private static final PlanCost COST = PlanCost.of(4, 0.75, 0.25, 0.5);

    private PlanSamples() {}

    static Plan passThrough() {
        return new Plan(
                PNG, PNG, List.of(), List.of(), PlanCost.NONE, "it is one already", List.of());
    }

    static Plan plan() {
        TreeMap<String, String> parameters = new TreeMap<>(Map.of("quality", "90"));
        UnitLimits limits = new UnitLimits(1, 2, 3.5, 4, 5, 6);
        PlanStep step =
                new PlanStep(
                        UNIT,
                        "1.0",
                        "cc",
                        "a.B",
                        TIFF,
                        List.of(PNG),
                        PNG,
                        parameters,
                        limits,
                        true);
        PlanAlternative other = new PlanAlternative(List.of(UNIT, UNIT), COST, "dearer");
        return new Plan(
                TIFF, PNG, List.of(UNIT), List.of(step), COST, "the only one", List.of(other));
    }

    static TransformationProgram program() {
        Parameter parameter = new Parameter("quality", "*", true);
        TypePattern pattern = new TypePattern(TIFF, List.of(parameter));
        TransformationUnit unit =
                new TransformationUnit(
                        "u",
                        List.of(pattern),
                        pattern,
                        List.of(parameter),
                        List.of(new UnitStep(UNIT, List.of(parameter))),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        1000,
                        List.of("width"),
                        List.of(ContentType.of("image", "gif")));
        return new TransformationProgram(
                "imagemagick",
                "1.0",
                "d",
                List.of(new SoftwarePackage("imagemagick", "apt:imagemagick")),
                Optional.of("a.B"),
                List.of(parameter),
                List.of(unit),
                true,
                "cc");
    }
}
