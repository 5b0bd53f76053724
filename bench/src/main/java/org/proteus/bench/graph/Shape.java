package org.proteus.bench.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitLimits;

/**
 * A made-up registry that looks like a real one: ten units a type, most of them to or from a few
 * hubs (as PDF, PNG and text are), some sixty for a whole family of types, a few for anything.
 */
final class Shape {

    private static final int UNITS_A_TYPE = 10;
    private static final int UNITS_A_PROGRAM = 10;
    private static final int HUBS = 12;
    private static final int FOR_ANYTHING = 3;
    private static final int FOR_A_FAMILY = 63;
    private static final List<String> FAMILIES =
            List.of("application", "image", "text", "video", "audio", "model");

    private final int units;
    private final Random random;
    private final List<ContentType> types = new ArrayList<>();

    Shape(int units, long seed) {
        this.units = units;
        random = new Random(seed);
        for (int i = 0; i < Math.max(HUBS, units / UNITS_A_TYPE); i++) {
            String family = FAMILIES.get(i % FAMILIES.size());
            types.add(ContentType.of(family, "x-bench-" + i));
        }
    }

    List<ContentType> types() {
        return types;
    }

    /** Returns two types, hubs no more often than others. */
    List<ContentType> pair() {
        return List.of(
                types.get(random.nextInt(types.size())), types.get(random.nextInt(types.size())));
    }

    List<TransformationProgram> programs() {
        List<TransformationProgram> programs = new ArrayList<>();
        for (int i = 0; i < units; i += UNITS_A_PROGRAM) {
            programs.add(program("p" + i, Math.min(UNITS_A_PROGRAM, units - i)));
        }
        return programs;
    }

    TransformationProgram program(String id, int size) {
        List<TransformationUnit> own = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            own.add(unit("u" + i));
        }
        return new TransformationProgram(
                id,
                "1.0",
                "",
                List.of(),
                Optional.of("bench." + id),
                List.of(),
                own,
                false,
                id + random.nextInt());
    }

    private TransformationUnit unit(String id) {
        ContentType source = random.nextInt(3) == 0 ? hub() : any();
        ContentType target = random.nextInt(2) == 0 ? hub() : any();
        int chance = random.nextInt(units);
        if (chance < FOR_ANYTHING) {
            source = ContentType.parse("*/*");
        } else if (chance < FOR_A_FAMILY) {
            source = ContentType.of(source.type(), "*");
        }
        LossClass loss =
                switch (random.nextInt(6)) {
                    case 0 -> LossClass.STRUCTURE_LOST;
                    case 1, 2 -> LossClass.LOSSLESS;
                    default -> LossClass.LOSSY;
                };
        return new TransformationUnit(
                id,
                List.of(new TypePattern(source, List.of())),
                new TypePattern(target, List.of(new Parameter("width", "*", true))),
                List.of(),
                List.of(),
                UnitLimits.NONE,
                loss,
                0,
                List.of(),
                List.of());
    }

    private ContentType hub() {
        return types.get(random.nextInt(HUBS));
    }

    private ContentType any() {
        return types.get(random.nextInt(types.size()));
    }
}
