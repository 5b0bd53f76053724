package org.proteus.worker.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** A secret by which a coordinator knows who calls; no text form of it shows the value. */
public final class BearerToken {

    private static final int LONGEST = 4096;
    private static final int BYTES = 32;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /**
     * Reads a token from a file that holds nothing else; white space around it is ignored.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is no token in it
     */
    public static BearerToken read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw unusable(file, "is longer than a token can be");
            }
            return new BearerToken(checked(file, Files.readString(file).strip()));
        } catch (IOException unreadable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "cannot read the token file " + file,
                            "check its path and that this user may read it"),
                    unreadable);
        }
    }

    private static String checked(Path file, String text) {
        if (text.isEmpty()) {
            throw unusable(file, "is empty");
        }
        if (!text.matches("[A-Za-z0-9._~+/=-]+")) {
            throw unusable(file, "has characters that no token has");
        }
        return text;
    }

    private static ProteusException unusable(Path file, String why) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "the token file " + file + " " + why,
                "copy the coordinator's token into it");
    }

    /**
     * Makes a token of 256 random bits, in a new file that only this user can read.
     *
     * @throws ProteusException with {@code UNAVAILABLE} if the file cannot be written
     */
    static BearerToken create(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String value = HexFormat.of().formatHex(random);
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, OWNER_ONLY);
            Files.writeString(half, value);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return new BearerToken(value);
        } catch (IOException failed) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "cannot write the token file " + file,
                            "check that its folder is there and that this user may write to it"),
                    failed);
        }
    }

    /** Returns the SHA-256 of the value in hexadecimal. */
    String sha256() {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Returns the value of the HTTP header Authorization. */
    public String header() {
        return "Bearer " + value;
    }

    /** Hides the value. */
    @Override
    public String toString() {
        return "BearerToken[hidden]";
    }
}
