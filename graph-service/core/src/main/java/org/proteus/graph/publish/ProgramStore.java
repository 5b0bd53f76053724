package org.proteus.graph.publish;

import java.util.List;
import java.util.Optional;
import org.proteus.foundation.model.Bytes;

/**
 * Keeps published documents, every version of them. A version is never changed. Each change makes
 * the next edition of the whole, and is made only on the edition that its author has seen, so that
 * nobody's change is lost. What was acknowledged survives the end of the process. Thread-safe.
 *
 * <p>Every method may throw a {@link org.proteus.foundation.model.ProteusException}; then nothing
 * was changed, or it is not known whether it was.
 */
public interface ProgramStore {

    /**
     * What is published at one moment.
     *
     * @param edition number of this state; 0 when there was never a change
     * @param current the current version of each program that is not withdrawn, by id
     */
    record State(long edition, List<ProgramVersion> current) {

        /** Nothing was ever published. */
        public static final State EMPTY = new State(0, List.of());

        public State {
            current = List.copyOf(current);
        }
    }

    /** Returns the number of the newest state; cheap enough to be asked every second. */
    long edition();

    /** Returns the newest state. */
    State load();

    /**
     * Returns every version of a program, the first published first; none if there never was one.
     */
    List<ProgramVersion> versions(String id);

    /** Returns the bytes of a document as they were published. */
    Optional<Bytes> document(String id, String version);

    /**
     * Makes a version the current one of its program and stores it; one that is stored already
     * keeps its content.
     *
     * @param edition the edition on which this change was decided
     * @return whether that is still the newest edition; if not, nothing is changed
     */
    boolean publish(NewVersion version, long edition);

    /**
     * Leaves a program without a current version; its versions stay.
     *
     * @param edition the edition on which this change was decided
     * @return whether that is still the newest edition; if not, nothing is changed
     */
    boolean withdraw(String id, long edition);

    /**
     * A version to publish.
     *
     * @param id id of the program
     * @param version version of its document
     * @param checksum SHA-256 of the document's bytes, lower-case hexadecimal
     * @param document the bytes
     */
    record NewVersion(String id, String version, String checksum, Bytes document) {}
}
