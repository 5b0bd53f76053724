package org.proteus.data.vfs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.proteus.foundation.model.Credentials;

/** A real SFTP server over a folder, on a free port, with its key in a file of known hosts. */
final class SftpTestServer implements AutoCloseable {

    static final Credentials USER = new Credentials("ann", "s3cret:/@%");

    private final SshServer server;
    private final Path knownHosts;
    private final KeyPair key;

    SftpTestServer(Path folder, Path knownHosts) throws Exception {
        this.knownHosts = knownHosts;
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        key = keys.generateKeyPair();
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) ->
                user.equals(USER.user()) && password.equals(USER.password()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
        trust(key);
    }

    void trust(KeyPair trusted) throws IOException {
        String line =
                "[127.0.0.1]:%d %s%n"
                        .formatted(server.getPort(), PublicKeyEntry.toString(trusted.getPublic()));
        Files.writeString(knownHosts, line, StandardCharsets.UTF_8);
    }

    SshServer server() {
        return server;
    }

    SftpServers handler() {
        return new SftpServers(() -> new SftpSettings(knownHosts, List.of()));
    }

    URI uri(String path) {
        return URI.create("sftp://127.0.0.1:" + server.getPort() + path);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
