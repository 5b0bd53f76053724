package org.proteus.data.vfs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What SFTP connections need besides a URI.
 *
 * @param knownHosts file with the keys of the servers that are trusted, in OpenSSH's form
 * @param identities files with private keys without passphrase, tried before the password
 */
public record SftpSettings(Path knownHosts, List<Path> identities) {

    /** System property that names the file of known hosts. */
    public static final String KNOWN_HOSTS = "proteus.sftp.known-hosts";

    /** System property that names the private key. */
    public static final String IDENTITY = "proteus.sftp.identity";

    public SftpSettings {
        identities = List.copyOf(identities);
    }

    /** Returns what the system properties say, else what OpenSSH would use for this user. */
    public static SftpSettings ofSystem() {
        Path ssh = Path.of(System.getProperty("user.home"), ".ssh");
        Path knownHosts =
                Optional.ofNullable(System.getProperty(KNOWN_HOSTS))
                        .map(Path::of)
                        .orElse(ssh.resolve("known_hosts"));
        List<Path> identities =
                Optional.ofNullable(System.getProperty(IDENTITY))
                        .map(file -> List.of(Path.of(file)))
                        .orElseGet(() ->
                                Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                                        .map(ssh::resolve)
                                        .filter(Files::isReadable)
                                        .toList());
        return new SftpSettings(knownHosts, identities);
    }
}
