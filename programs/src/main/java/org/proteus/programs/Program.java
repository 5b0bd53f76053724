package org.proteus.programs;

import java.net.URL;
import java.util.List;

/**
 * Something that transforms; found by {@link java.util.ServiceLoader}. A program describes itself:
 * its document lies beside its class. What runs it is one of the two narrower interfaces.
 *
 * @see CommandProgram
 * @see HostedProgram
 */
public sealed interface Program permits CommandProgram, HostedProgram {

    /** Returns the documents that this class runs; by default one XML file named like the class. */
    default List<URL> documents() {
        URL document = getClass().getResource(getClass().getSimpleName() + ".xml");
        if (document == null) {
            throw new IllegalStateException("no document beside " + getClass().getName());
        }
        return List.of(document);
    }

    /**
     * Looks for what it needs on this machine, cheaply: it is asked at every start, so it looks for
     * files and starts nothing that can be left for {@link #confirm()}.
     *
     * @return what was found; never throws for a tool that is missing
     */
    Availability availability();

    /**
     * Asks the tool itself what it is. Called once, before the first run; may start the tool.
     *
     * @return the tool by its own name and version, or why it cannot be used after all
     */
    default Availability confirm() {
        return availability();
    }
}
