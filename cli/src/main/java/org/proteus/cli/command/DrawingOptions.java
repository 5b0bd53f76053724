package org.proteus.cli.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.proteus.cli.drawing.Graphviz;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether a command draws its result instead of telling it. */
final class DrawingOptions {

    @ArgGroup private Form form;

    private static final class Form {

        @Option(names = "--dot", description = "Print a picture in the language of Graphviz.")
        private boolean dot;

        /** The group has one of its two options, so this one need not be looked at. */
        @SuppressWarnings("unused")
        @Option(names = "--svg", description = "Print a picture as SVG; needs Graphviz.")
        private boolean svg;
    }

    /** Returns the picture as it was asked for, if it was. */
    Optional<String> draw(Supplier<String> dot) {
        if (form == null) {
            return Optional.empty();
        }
        return Optional.of(form.dot ? dot.get() : new Graphviz().svg(dot.get()));
    }
}
