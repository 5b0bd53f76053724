package org.proteus.foundation.server.access;

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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** The token that those of a role show. It lies in a file that only the service's user can read. */
public final class AccessToken {

    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_BYTES = 32;
    private static final int SHORTEST = 32;

    private final Role role;
    private final byte[] digest;

    /** What the holder of a token may do. */
    public enum Role {
        /** Takes and delivers work. */
        WORKER,
        /** Publishes and withdraws programs. */
        OPERATOR;

        /** Returns the name of its file in the data folder, for example {@code worker.token}. */
        public String file() {
            return word() + ".token";
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private AccessToken(Role role, String token) {
        this.role = role;
        this.digest = digest(token);
    }

    /** Returns this token itself, for a service inside one process. */
    public static AccessToken of(Role role, String token) {
        return new AccessToken(role, token);
    }

    /**
     * Reads the token of a file; makes one first if there is none.
     *
     * @throws ProteusException if the file cannot be read or written, or others can read it
     */
    public static AccessToken inFile(Role role, Path file) {
        try {
            create(file);
            requirePrivate(role, file);
            String token = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (token.length() < SHORTEST) {
                throw new ProteusException(
                        ErrorCode.CONFLICT,
                        "the " + role.word() + " token in " + file + " is shorter than " + SHORTEST,
                        "Delete the file; the next start makes a new one");
            }
            return new AccessToken(role, token);
        } catch (IOException failed) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the " + role.word() + " token " + file + " cannot be read or written",
                            "Check the rights on its folder"),
                    failed);
        }
    }

    /**
     * Lets a request pass.
     *
     * @param authorization the header of that name; null when it is absent
     * @throws ProteusException with {@code UNAUTHORIZED} if it does not show this token
     */
    public void require(String authorization) {
        Optional<String> shown = shown(authorization);
        if (shown.filter(this::accepts).isEmpty()) {
            throw new ProteusException(
                    ErrorCode.UNAUTHORIZED,
                    shown.isPresent()
                            ? "this token is not known here"
                            : role.word() + "s must show a token",
                    "Use the token of the file " + role.file() + " in the service's data folder");
        }
    }

    /**
     * Returns the token that a request shows, whoever knows it.
     *
     * @param authorization the header of that name; null when it is absent
     */
    public static Optional<String> shown(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    /** Returns whether the right token was shown; takes the same time for every wrong one. */
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

    private static void requirePrivate(Role role, Path file) throws IOException {
        Set<PosixFilePermission> allowed = PosixFilePermissions.fromString("rw-------");
        if (!allowed.containsAll(Files.getPosixFilePermissions(file))) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "others can read the " + role.word() + " token " + file,
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
