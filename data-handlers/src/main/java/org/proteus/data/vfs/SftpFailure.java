package org.proteus.data.vfs;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.proteus.data.NoSuchHost;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Says in words what an SFTP server, or the check of its key, refused. */
final class SftpFailure {

    private SftpFailure() {}

    /** Without known hosts every server would be refused; this says so before one is asked. */
    static void requireKnownHosts(Path file, String host, int port) {
        if (!Files.isReadable(file)) {
            throw unknownKey(host, port, file, "there is no file " + file, null);
        }
    }

    /** Returns why no connection came about. */
    static IOException connecting(String host, int port, Path knownHosts, IOException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String reason = Optional.ofNullable(deepest.getMessage()).orElse("no answer");
        String folded = reason.toLowerCase(Locale.ROOT);
        if (folded.contains("hostkey has been changed")) {
            throw unknownKey(host, port, knownHosts, "it differs from the one known", e);
        }
        if (folded.contains("hostkey")) {
            throw unknownKey(host, port, knownHosts, "it is not in " + knownHosts, e);
        }
        if (folded.contains("auth")) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.UNAUTHORIZED,
                            "%s:%d refused the user, the key or the password".formatted(host, port),
                            "give the user name and the password, or name a private key by -D"
                                    + SftpSettings.IDENTITY
                                    + "=FILE"),
                    e);
        }
        return new IOException("%s:%d: %s".formatted(host, port, NoSuchHost.or(e, reason)), e);
    }

    /** Returns why a request failed: a {@link RefusedException} if the server said no. */
    static IOException request(String what, SftpException e, boolean connected) {
        if (!connected || e.getCause() instanceof IOException) {
            return new IOException(what + ": " + e.getMessage(), e);
        }
        String reason = reason(e);
        if (reason.contains("No space left") || reason.toLowerCase(Locale.ROOT).contains("quota")) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.DISK_FULL,
                            what + ": " + reason,
                            "make room there, then retry the job"),
                    e);
        }
        return new RefusedException(what + ": " + reason, e);
    }

    private static String reason(SftpException e) {
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "it does not exist";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> "permission denied";
            default -> "the server says " + e.getMessage();
        };
    }

    private static ProteusException unknownKey(
            String host, int port, Path knownHosts, String why, Throwable cause) {
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAUTHORIZED,
                        "the key of %s:%d is not trusted: %s".formatted(host, port, why),
                        "compare the key with the one the server's owner tells, then: ssh-keyscan"
                                + " -p %d %s >> %s".formatted(port, host, knownHosts)),
                cause);
    }
}
