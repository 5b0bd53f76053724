package org.proteus.graph;

/** What a query asks for. */
public enum QueryKind {
    /** Programs of which a unit fulfils the condition. */
    TRANSFORMATIONPROGRAM,
    /** Units that fulfil the condition. */
    TRANSFORMATIONUNIT
}
