package org.proteus.graph.publish;

import java.time.Instant;

/**
 * A version of a published program.
 *
 * @param id id of the program
 * @param version version of its document
 * @param checksum SHA-256 of the document's bytes, lower-case hexadecimal
 * @param published when it was published first
 * @param current whether it is the one that is planned with; no version of a withdrawn program is
 */
public record ProgramVersion(
        String id, String version, String checksum, Instant published, boolean current) {}
