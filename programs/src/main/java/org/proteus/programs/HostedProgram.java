package org.proteus.programs;

/**
 * A program that is a Java class; it runs in a program host, a JVM of its own. One instance serves
 * one host, one run at a time.
 */
public non-sealed interface HostedProgram extends Program {

    /**
     * Transforms the inputs into the output file.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code ENCRYPTED_OBJECT}, {@code
     *     BROKEN_OBJECT} or {@code LIMIT_EXCEEDED} when that is the reason
     * @throws Exception for any other failure; its message becomes the last words
     */
    void transform(Invocation invocation, ProgressListener progress) throws Exception;
}
