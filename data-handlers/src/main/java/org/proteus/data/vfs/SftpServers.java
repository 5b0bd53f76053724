package org.proteus.data.vfs;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.provider.sftp.IdentityInfo;
import org.apache.commons.vfs2.provider.sftp.SftpClientFactory;
import org.apache.commons.vfs2.provider.sftp.SftpFileSystemConfigBuilder;
import org.proteus.data.DataHandler;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.NameRules;
import org.proteus.foundation.model.Credentials;

/**
 * Serves {@code sftp:} URIs. Only servers whose key is known are talked to. Paths begin at the
 * server's root; {@code /~/} is the user's home. Thread-safe.
 */
public final class SftpServers implements DataHandler.Reader, DataHandler.Writer {

    private static final int PORT = 22;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final Supplier<SftpSettings> settings;

    /** Creates the handler that takes its settings from the system properties. */
    public SftpServers() {
        this(SftpSettings::ofSystem);
    }

    /** Creates the handler with settings that are asked for at each connection. */
    public SftpServers(Supplier<SftpSettings> settings) {
        this.settings = settings;
    }

    @Override
    public String id() {
        return "sftp-servers";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("sftp");
    }

    @Override
    public DataSource source(URI uri, Optional<Credentials> credentials, boolean recursive)
            throws IOException {
        return place(uri, credentials).source(recursive);
    }

    @Override
    public DataSink sink(URI uri, Optional<Credentials> credentials) throws IOException {
        return place(uri, credentials).sink(NameRules.UNIX);
    }

    private RemotePlace place(URI uri, Optional<Credentials> given) throws IOException {
        Optional<Credentials> credentials = RemotePlace.credentials(uri, given);
        return RemotePlace.open(uri, () -> connect(uri, credentials));
    }

    private RemoteConnection connect(URI uri, Optional<Credentials> credentials)
            throws IOException {
        Credentials user =
                credentials.orElseGet(() -> new Credentials(System.getProperty("user.name"), ""));
        String host = RemotePlace.host(uri);
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        SftpSettings now = settings.get();
        SftpFailure.requireKnownHosts(now.knownHosts(), host, port);
        try {
            Session session =
                    SftpClientFactory.createConnection(
                            host,
                            port,
                            user.user().toCharArray(),
                            user.password().isEmpty() ? null : user.password().toCharArray(),
                            options(now));
            return new SftpConnection(session);
        } catch (FileSystemException e) {
            throw SftpFailure.connecting(host, port, now.knownHosts(), e);
        } catch (JSchException e) {
            throw new IOException(host + ":" + port + " offers no SFTP: " + e.getMessage(), e);
        }
    }

    private static FileSystemOptions options(SftpSettings settings) throws FileSystemException {
        FileSystemOptions options = new FileSystemOptions();
        SftpFileSystemConfigBuilder sftp = SftpFileSystemConfigBuilder.getInstance();
        sftp.setStrictHostKeyChecking(options, "yes");
        sftp.setKnownHosts(options, settings.knownHosts().toFile());
        sftp.setIdentityProvider(
                options,
                settings.identities().stream()
                        .map(file -> new IdentityInfo(file.toFile()))
                        .toArray(IdentityInfo[]::new));
        sftp.setPreferredAuthentications(options, "publickey,password,keyboard-interactive");
        sftp.setConnectTimeout(options, CONNECT);
        sftp.setSessionTimeout(options, IDLE);
        return options;
    }
}
