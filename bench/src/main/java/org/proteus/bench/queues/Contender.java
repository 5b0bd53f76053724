package org.proteus.bench.queues;

/** A system that runs no-op elements, each exactly once, and keeps how they ended. */
interface Contender {

    /** Returns how it is called in the results. */
    String name();

    /**
     * Starts it on an empty database, warms it up, and measures.
     *
     * @param database JDBC URL of a PostgreSQL database of its own
     * @param slots elements that it runs at once
     * @param warmUp elements that are run before, not measured
     * @param elements elements that are measured
     * @return seconds from the first submit to the last one done
     * @throws IllegalStateException if an element did not run exactly once
     */
    double run(String database, int slots, int warmUp, int elements) throws Exception;
}
