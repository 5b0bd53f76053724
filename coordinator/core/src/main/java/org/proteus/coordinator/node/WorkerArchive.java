package org.proteus.coordinator.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * The archive that nodes fetch and run: worker and run-time image. It must not change while the
 * coordinator runs.
 *
 * @param file where it lies
 * @param size its size in bytes
 * @param sha256 its checksum, in hexadecimal
 */
public record WorkerArchive(Path file, long size, String sha256) {

    /**
     * Reads an archive through for its checksum.
     *
     * @throws ProteusException with {@code UNAVAILABLE} if it cannot be read
     */
    public static WorkerArchive of(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(
                        Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return new WorkerArchive(
                    file, size, HexFormat.of().formatHex(in.getMessageDigest().digest()));
        } catch (IOException unreadable) {
            throw unavailable(file, unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * Opens it.
     *
     * @throws ProteusException with {@code UNAVAILABLE} if it cannot be read
     */
    public InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw unavailable(file, unreadable);
        }
    }

    private static ProteusException unavailable(Path file, IOException why) {
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the archive for nodes " + file + " cannot be read",
                        "let nodes.archive name what `mvn -Pdist package` has made"),
                why);
    }
}
