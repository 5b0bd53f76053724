package org.proteus.cli.backend;

import org.proteus.graph.Catalogue;

/** Answers questions on types and programs; holds nothing that only a job would need. */
public interface Answers extends AutoCloseable {

    /** Returns what can be transformed. */
    Catalogue catalogue();

    @Override
    void close();
}
