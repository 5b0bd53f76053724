package org.proteus.data.vfs;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.vfs2.FileSystemException;
import org.apache.commons.vfs2.FileSystemOptions;
import org.apache.commons.vfs2.provider.ftp.FtpClientFactory;
import org.apache.commons.vfs2.provider.ftp.FtpFileSystemConfigBuilder;
import org.apache.commons.vfs2.provider.ftp.FtpFileType;
import org.proteus.data.DataHandler;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.data.NameRules;
import org.proteus.data.NoSuchHost;
import org.proteus.data.Places;
import org.proteus.foundation.model.Credentials;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/**
 * Serves {@code ftp:} URIs: binary, passive, names in UTF-8, as {@code anonymous} unless told
 * otherwise. Paths begin at the folder where the server puts a user. Thread-safe.
 */
public final class FtpServers implements DataHandler.Reader, DataHandler.Writer {

    private static final int PORT = 21;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(60);

    /** A line break would end the command that holds the name; to some servers \ is a folder. */
    private static final NameRules RULES = new NameRules(255, false, "\r\n\\");

    @Override
    public String id() {
        return "ftp-servers";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("ftp");
    }

    @Override
    public DataSource source(URI uri, Optional<Credentials> credentials, boolean recursive)
            throws IOException {
        return place(uri, credentials).source(recursive);
    }

    @Override
    public DataSink sink(URI uri, Optional<Credentials> credentials) throws IOException {
        return place(uri, credentials).sink(RULES);
    }

    private static RemotePlace place(URI uri, Optional<Credentials> given) throws IOException {
        Optional<Credentials> credentials = RemotePlace.credentials(uri, given);
        return RemotePlace.open(uri, () -> connect(uri, credentials));
    }

    private static RemoteConnection connect(URI uri, Optional<Credentials> credentials)
            throws IOException {
        Credentials user = credentials.orElseGet(() -> new Credentials("anonymous", "anonymous@"));
        String host = RemotePlace.host(uri);
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        try {
            FTPClient client =
                    FtpClientFactory.createConnection(
                            host,
                            port,
                            user.user().toCharArray(),
                            user.password().toCharArray(),
                            null,
                            options());
            return new FtpConnection(client);
        } catch (FileSystemException e) {
            if (isLogin(e)) {
                throw refused(uri, credentials, e);
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    host + ":" + port + ": " + NoSuchHost.or(e, cause.getMessage()), e);
        }
    }

    private static boolean isLogin(Throwable e) {
        return e instanceof FileSystemException failure
                && (String.valueOf(failure.getCode()).contains("login")
                        || isLogin(failure.getCause()));
    }

    private static ProteusException refused(
            URI uri, Optional<Credentials> credentials, FileSystemException e) {
        String who = credentials.isEmpty() ? "an anonymous login" : "user name or password";
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAUTHORIZED,
                        "%s refused %s".formatted(Places.shown(uri), who),
                        "give the user name and the password that the server knows"),
                e);
    }

    private static FileSystemOptions options() {
        FileSystemOptions options = new FileSystemOptions();
        FtpFileSystemConfigBuilder ftp = FtpFileSystemConfigBuilder.getInstance();
        ftp.setPassiveMode(options, true);
        ftp.setFileType(options, FtpFileType.BINARY);
        ftp.setControlEncoding(options, "UTF-8");
        ftp.setConnectTimeout(options, CONNECT);
        ftp.setSoTimeout(options, IDLE);
        ftp.setDataTimeout(options, IDLE);
        return options;
    }
}
