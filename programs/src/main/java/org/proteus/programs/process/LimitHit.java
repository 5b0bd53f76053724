package org.proteus.programs.process;

/**
 * A limit that a process tree reached, for which it was killed.
 *
 * @param limit which limit
 * @param value its value with its unit, for example {@code 60 s}
 */
public record LimitHit(Limit limit, String value) {

    /** What is limited. */
    public enum Limit {
        /** Wall time. */
        TIME("it ran longer than"),
        /** Time without a sign of life. */
        IDLE("it showed no progress for"),
        /** Bytes in the output. */
        OUTPUT("it wrote more than"),
        /** Bytes in the scratch folder. */
        SCRATCH("its temporary files took more than"),
        /** Memory of the tree. */
        MEMORY("it used more memory than");

        private final String words;

        Limit(String words) {
            this.words = words;
        }
    }

    /** Returns what happened, for people, for example {@code it ran longer than 60 s}. */
    public String text() {
        return limit.words + " " + value;
    }

    static LimitHit bytes(Limit limit, long bytes) {
        return new LimitHit(limit, bytes + " bytes");
    }
}
