package org.proteus.programs.image;

import java.util.List;
import org.im4java.core.IMOperation;
import org.proteus.programs.option.Options;

/**
 * How a second image comes to the first.
 *
 * @param arrange {@code over} it, {@code beside} it or {@code below} it
 * @param gravity where it lies when it is over the first
 * @param dissolve how much of it is seen when it is over the first, in per cent
 */
record Overlay(String arrange, String gravity, int dissolve) {

    private static final List<String> ARRANGEMENTS = List.of("over", "beside", "below");

    private static final List<String> GRAVITIES =
            List.of(
                    "center",
                    "north",
                    "northeast",
                    "east",
                    "southeast",
                    "south",
                    "southwest",
                    "west",
                    "northwest");

    static Overlay of(Options options) {
        return new Overlay(
                options.choice("arrange", ARRANGEMENTS).orElse("over"),
                options.choice("gravity", GRAVITIES).orElse("center"),
                options.integer("dissolve", 1, 100).orElse(100));
    }

    /** Makes one image of the two that were read. */
    void apply(IMOperation operation) {
        operation.background("white");
        switch (arrange) {
            case "beside" -> operation.p_append();
            case "below" -> operation.append();
            default -> {
                operation.gravity(gravity).compose("dissolve");
                operation.define("compose:args=" + dissolve).composite();
            }
        }
    }
}
