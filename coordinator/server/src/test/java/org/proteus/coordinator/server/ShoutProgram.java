package org.proteus.coordinator.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.program.LossClass;
import org.proteus.foundation.model.program.Parameter;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.PlanCost;
import org.proteus.foundation.model.program.PlanStep;
import org.proteus.foundation.model.program.SoftwarePackage;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.TypePattern;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.program.UnitLimits;

/** The program "shout" that turns text into capital letters, and what it makes of a text. */
final class ShoutProgram {

    static final ContentType TEXT = ContentType.of("text", "plain");
    static final ContentType UPPER = ContentType.parse("text/html; case=\"upper\"");

    private ShoutProgram() {}

    /** Returns the document of the program. */
    static TransformationProgram program() {
        TypePattern text = new TypePattern(TEXT, List.of());
        TransformationUnit unit =
                new TransformationUnit(
                        "text",
                        List.of(text),
                        text,
                        List.of(new Parameter("loud", "-", true)),
                        List.of(),
                        UnitLimits.NONE,
                        LossClass.LOSSY,
                        0,
                        List.of(),
                        List.of());
        return new TransformationProgram(
                "shout",
                "1.0",
                "Shouts",
                List.of(new SoftwarePackage("shout", "apt:shout")),
                Optional.of("org.example.Shout"),
                List.of(),
                List.of(unit),
                false,
                "00");
    }

    /** Returns the plan whose only step is this program. */
    static Plan steps(ContentType source, ContentType target) {
        PlanStep step =
                new PlanStep(
                        new UnitId("shout", "text"),
                        "1.0",
                        "00",
                        "org.example.Shout",
                        source,
                        List.of(),
                        target,
                        new TreeMap<>(),
                        UnitLimits.NONE,
                        true);
        return new Plan(
                source,
                target,
                List.of(step.unit()),
                List.of(step),
                PlanCost.of(0, 1, 0, 0),
                "the only way",
                List.of());
    }

    /** Returns what the program makes of a text. */
    static Bytes upper(Bytes content) {
        String text = new String(content.array(), StandardCharsets.UTF_8);
        return Bytes.of(text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(Bytes content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
