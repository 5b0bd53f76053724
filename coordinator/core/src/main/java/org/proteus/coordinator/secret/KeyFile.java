package org.proteus.coordinator.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** The file with the key under which secrets are sealed: 64 hexadecimal digits, owner only. */
public final class KeyFile {

    private static final int KEY_BYTES = 32;

    private KeyFile() {}

    /**
     * Reads the key, creating the file on first use.
     *
     * @throws ProteusException with {@code UNAVAILABLE} if it cannot be read or holds no key
     */
    public static SecretKey open(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            return new SecretKeySpec(key, "AES");
        } catch (IOException | IllegalArgumentException unusable) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAVAILABLE,
                            "the key file " + file + " cannot be read or holds no key",
                            "bring it back from a copy; without it stored passwords are lost"),
                    unusable);
        }
    }

    /** Written apart and linked into place, so that nobody ever reads half a key. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path parent = file.toAbsolutePath().getParent();
        Path apart =
                Files.createTempFile(
                        parent,
                        "key",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    apart, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.WRITE);
            Files.createLink(file, apart);
        } catch (FileAlreadyExistsException madeByAnother) {
            // Two coordinators started at once: the other's key holds.
            return;
        } finally {
            Files.deleteIfExists(apart);
        }
    }
}
