package org.proteus.coordinator.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jdbi.v3.core.Handle;
import org.proteus.coordinator.store.Ids;
import org.proteus.coordinator.store.SecretRows;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Keeps credentials in the database, sealed with AES-GCM. Thread-safe. */
public final class SecretVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** Creates a vault under a key. */
    public SecretVault(SecretKey key) {
        this.key = key;
    }

    /** Stores credentials of a job and returns the reference by which they are found. */
    public String put(Handle handle, String job, Credentials credentials) {
        String ref = Ids.random();
        SecretRows.put(handle, ref, job, seal(ref, credentials));
        return ref;
    }

    /**
     * Returns the credentials of a reference.
     *
     * @throws ProteusException with {@code UNAUTHORIZED} if they were sealed under another key
     */
    public Optional<Credentials> get(Handle handle, String ref) {
        return SecretRows.get(handle, ref).map(sealed -> open(ref, sealed));
    }

    private byte[] seal(String ref, Credentials credentials) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] user = credentials.user().getBytes(StandardCharsets.UTF_8);
        byte[] password = credentials.password().getBytes(StandardCharsets.UTF_8);
        ByteBuffer clear = ByteBuffer.allocate(Integer.BYTES + user.length + password.length);
        clear.putInt(user.length).put(user).put(password);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, ref, nonce).doFinal(clear.array());
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("cannot seal a secret", impossible);
        }
    }

    private Credentials open(String ref, byte[] sealed) {
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(nonce);
        byte[] rest = new byte[in.remaining()];
        in.get(rest);
        try {
            return credentials(cipher(Cipher.DECRYPT_MODE, ref, nonce).doFinal(rest));
        } catch (GeneralSecurityException otherKey) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAUTHORIZED,
                            "stored credentials cannot be read with this key file",
                            "bring back the key file, or submit the job again"),
                    otherKey);
        }
    }

    private static Credentials credentials(byte[] bytes) {
        ByteBuffer clear = ByteBuffer.wrap(bytes);
        byte[] user = new byte[clear.getInt()];
        clear.get(user);
        byte[] password = new byte[clear.remaining()];
        clear.get(password);
        return new Credentials(
                new String(user, StandardCharsets.UTF_8),
                new String(password, StandardCharsets.UTF_8));
    }

    /** The reference is bound to the secret, so that rows cannot be exchanged. */
    private Cipher cipher(int mode, String ref, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ref.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
