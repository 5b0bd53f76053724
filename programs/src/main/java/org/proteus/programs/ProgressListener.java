package org.proteus.programs;

/** Hears how far a run is. */
@FunctionalInterface
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (done, total, measure) -> {};

    /**
     * Work was done.
     *
     * @param done work done so far
     * @param total work in all; 0 when unknown
     * @param measure what is counted: {@code bytes}, {@code ms}, {@code pixels}, {@code pages}
     */
    void progress(long done, long total, String measure);
}
