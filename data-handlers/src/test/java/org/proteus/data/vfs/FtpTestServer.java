package org.proteus.data.vfs;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.Ftplet;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.proteus.foundation.model.Credentials;

/** A real FTP server over a folder, on a free port. */
final class FtpTestServer implements AutoCloseable {

    static final Credentials USER = new Credentials("ann", "s3cret:/@%");

    private final FtpServer server;
    private final Listener listener;
    private final int port;

    FtpTestServer(Path folder) throws FtpException {
        this(folder, Map.of());
    }

    FtpTestServer(Path folder, Map<String, Ftplet> ftplets) throws FtpException {
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
        listeners.setPort(0);
        listener = listeners.createListener();
        factory.addListener("default", listener);
        ConnectionConfigFactory limits = new ConnectionConfigFactory();
        limits.setMaxLogins(100);
        limits.setAnonymousLoginEnabled(true);
        limits.setLoginFailureDelay(0);
        factory.setConnectionConfig(limits.createConnectionConfig());
        factory.getUserManager().save(user(USER.user(), USER.password(), folder, true));
        factory.getUserManager().save(user("anonymous", "", folder, false));
        factory.setFtplets(new HashMap<>(ftplets));
        server = factory.createServer();
        server.start();
        port = listener.getPort();
    }

    private static BaseUser user(String name, String password, Path home, boolean writes) {
        BaseUser user = new BaseUser();
        user.setName(name);
        user.setPassword(password);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(writes ? List.of(new WritePermission()) : List.of());
        return user;
    }

    URI uri(String path) {
        return URI.create("ftp://127.0.0.1:" + port + path);
    }

    /** Drops every client. */
    void closeSessions() {
        listener.getActiveSessions().forEach(FtpIoSession::closeNow);
    }

    @Override
    public void close() {
        server.stop();
    }
}
