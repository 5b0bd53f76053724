package org.proteus.coordinator.server.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** The token that workers show. It lies in a file that only the service's user can read. */
public final class WorkerTokens {

    /** Name of the file in the data folder. */
    public static final String FILE = "worker.token";

    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST = 32;

    private final byte[] digest;

    private WorkerTokens(String token) {
        this.digest = digest(token);
    }

    /** Returns the tokens that accept this one, for a service inside one process. */
    public static WorkerTokens of(String token) {
        return new WorkerTokens(token);
    }

    /**
     * Reads the token of a data folder; makes one first if there is none.
     *
     * @throws ProteusException if the file cannot be read or written, or others can read it
     */
    public static WorkerTokens inFolder(Path dataFolder) {
        Path file = dataFolder.resolve(FILE);
        try {
            create(file);
            requirePrivate(file);
            String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (token.length() < SHORTEST) {
                throw new ProteusException(
                        ErrorCode.CONFLICT,
                        "the worker token in " + file + " is shorter than " + SHORTEST,
                        "Delete the file; the next start makes a new one");
            }
            return new WorkerTokens(token);
        } catch (IOException failed) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the worker token " + file + " cannot be read or written",
                            "Check the rights on the data folder"),
                    failed);
        }
    }

    /** Returns whether a worker showed the right token; takes the same time for every wrong one. */
    public boolean accepts(String shown) {
        return MessageDigest.isEqual(digest, digest(shown));
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        byte[] line = (HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII);
        Set<StandardOpenOption> fresh =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(file, fresh, ownerOnly)) {
            channel.write(ByteBuffer.wrap(line));
        } catch (FileAlreadyExistsException kept) {
            // The token of an earlier start stays, so that workers of that time are known.
        }
    }

    private static void requirePrivate(Path file) throws IOException {
        Set<PosixFilePermission> allowed = PosixFilePermissions.fromString("rw-------");
        if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "others can read the worker token " + file,
                    "Run chmod 600 on it, or delete it so that the next start makes a new one");
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
