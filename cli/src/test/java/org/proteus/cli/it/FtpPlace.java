package org.proteus.cli.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server that everybody may read and write, on an address of this machine. */
final class FtpPlace implements AutoCloseable {

    private static final int MOST_SESSIONS = 1000;

    private final FtpServer server;
    private final Path folder;
    private final String uri;

    FtpPlace(String address, Path folder) throws IOException, FtpException {
        this.folder = Files.createDirectories(folder);
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(address);
        listeners.setPort(0);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress(address);
        listeners.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        Listener listener = listeners.createListener();
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener);
        ConnectionConfigFactory limits = new ConnectionConfigFactory();
        limits.setMaxLogins(MOST_SESSIONS);
        limits.setMaxAnonymousLogins(MOST_SESSIONS);
        factory.setConnectionConfig(limits.createConnectionConfig());
        BaseUser anybody = new BaseUser();
        anybody.setName("anonymous");
        anybody.setHomeDirectory(this.folder.toString());
        anybody.setAuthorities(
                List.of(
                        new WritePermission(),
                        new ConcurrentLoginPermission(MOST_SESSIONS, MOST_SESSIONS)));
        factory.getUserManager().save(anybody);
        server = factory.createServer();
        server.start();
        uri = "ftp://" + address + ":" + listener.getPort() + "/";
    }

    /** Returns the folder below it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Returns the URI of a folder. */
    String uri(String name) {
        return uri + name + "/";
    }

    @Override
    public void close() {
        server.stop();
    }
}
