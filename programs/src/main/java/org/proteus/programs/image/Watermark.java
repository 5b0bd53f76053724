package org.proteus.programs.image;

import java.util.Optional;
import org.im4java.core.IMOperation;
import org.proteus.programs.option.Options;

/**
 * A mark laid over the image.
 *
 * @param dissolve how much of the mark is seen, in per cent
 * @param tile whether it covers the image again and again; else it stands once, bottom right
 */
record Watermark(int dissolve, boolean tile) {

    private static final String MEMORY = "mpr:watermark";

    /** Returns the watermark asked for by {@code dissolve}, if there is one. */
    static Optional<Watermark> of(Options options) {
        return options.integer("dissolve", 1, 100).stream()
                .mapToObj(dissolve -> new Watermark(dissolve, options.flag("tile")))
                .findFirst();
    }

    /** Loads the mark; comes before the image is read. */
    void load(IMOperation operation, ShippedFiles files) {
        operation.addImage("png:" + files.watermark());
        operation.write(MEMORY).p_delete();
    }

    /** Lays the mark over the image that was read. */
    void apply(IMOperation operation) {
        operation.openOperation();
        if (tile) {
            operation.clone(0).alpha("transparent").tile(MEMORY).draw("color 0,0 reset");
        } else {
            operation.addImage(MEMORY);
        }
        operation.closeOperation();
        operation.gravity("southeast").compose("dissolve");
        operation.define("compose:args=" + dissolve).composite();
    }
}
