package org.proteus.data.vfs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.proteus.data.vfs.RemoteItem.Kind;

/** One control connection. Facts (MLSD, MLST) are asked for where the server offers them. */
final class FtpConnection implements RemoteConnection {

    private static final int BUFFER = 1 << 16;

    private final FTPClient client;
    private final String home;
    private final boolean facts;

    FtpConnection(FTPClient client) throws IOException {
        this.client = client;
        client.setBufferSize(BUFFER);
        client.setListHiddenFiles(true);
        if (client.hasFeature("UTF8")) {
            client.sendCommand("OPTS", "UTF8 ON");
        }
        this.facts = client.hasFeature("MLST");
        this.home = Optional.ofNullable(client.printWorkingDirectory()).orElse("/");
    }

    @Override
    public boolean alive() {
        try {
            return client.sendNoOp();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String absolute(String path) {
        String below = path.startsWith("/") ? path.substring(1) : path;
        if (below.startsWith("/")) {
            return below;
        }
        return home.endsWith("/") ? home + below : home + "/" + below;
    }

    @Override
    public List<RemoteItem> list(String folder) throws IOException {
        if (!client.changeWorkingDirectory(safe(folder))) {
            throw refused("cannot read the folder " + folder);
        }
        FTPFile[] files = facts ? client.mlistDir() : client.listFiles();
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw refused("cannot read the folder " + folder);
        }
        List<RemoteItem> items = new ArrayList<>(files.length);
        for (FTPFile file : files) {
            if (file != null && !isDots(file)) {
                items.add(item(file, file.getName()));
            }
        }
        return items;
    }

    @Override
    public Optional<RemoteItem> find(String path) throws IOException {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (facts) {
            return Optional.ofNullable(client.mlistFile(safe(path))).map(file -> item(file, name));
        }
        String size = client.getSize(safe(path));
        if (size != null) {
            return Optional.of(new RemoteItem(name, Kind.FILE, Long.parseLong(size.strip()), -1));
        }
        return client.changeWorkingDirectory(path)
                ? Optional.of(new RemoteItem(name, Kind.FOLDER, -1, -1))
                : Optional.empty();
    }

    /** FTP does not tell where a link leads; opening it shows what it is. */
    @Override
    public RemoteItem follow(String link, String root) {
        return new RemoteItem(link.substring(link.lastIndexOf('/') + 1), Kind.OTHER, -1, -1);
    }

    @Override
    public InputStream open(String path, String root) throws IOException {
        InputStream content = client.retrieveFileStream(safe(path));
        if (content == null) {
            throw refused("cannot read " + path);
        }
        return content;
    }

    @Override
    public void finishReading(long bytesRead) throws IOException {
        if (!client.completePendingCommand()) {
            throw new IOException(FtpReplies.reason(client));
        }
    }

    @Override
    public void write(String path, InputStream content) throws IOException {
        OutputStream out = client.storeFileStream(safe(path));
        if (out == null) {
            throw refused("cannot write " + path);
        }
        byte[] buffer = new byte[BUFFER];
        try (out) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                send(out, buffer, read, path);
            }
        }
        if (!client.completePendingCommand()) {
            throw FtpReplies.failure(client, "cannot write " + path);
        }
    }

    /** A server that stops taking data says why over the control connection. */
    private void send(OutputStream out, byte[] buffer, int length, String path) throws IOException {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            client.completePendingCommand();
            throw FtpReplies.failure(client, "cannot write " + path);
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        if (client.rename(safe(from), safe(to))) {
            return;
        }
        RefusedException first = refused("cannot rename to " + to);
        boolean replaces = client.deleteFile(to);
        if (!replaces || !client.rename(from, to)) {
            throw first;
        }
    }

    @Override
    public void makeFolder(String path) throws IOException {
        if (!client.makeDirectory(safe(path)) && !client.changeWorkingDirectory(path)) {
            throw refused("cannot make the folder " + path);
        }
    }

    @Override
    public void delete(String path) throws IOException {
        if (!client.deleteFile(safe(path)) && find(path).isPresent()) {
            throw refused("cannot delete " + path);
        }
    }

    @Override
    public void close() throws IOException {
        client.disconnect();
    }

    private RefusedException refused(String what) throws IOException {
        return FtpReplies.refused(client, what);
    }

    private static String safe(String path) throws RefusedException {
        if (path.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new RefusedException("FTP cannot carry a name that holds a line break");
        }
        return path;
    }

    private static boolean isDots(FTPFile file) {
        return file.getName().equals(".") || file.getName().equals("..");
    }

    private static RemoteItem item(FTPFile file, String name) {
        Kind kind =
                file.isDirectory()
                        ? Kind.FOLDER
                        : file.isFile()
                                ? Kind.FILE
                                : file.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
        long changed =
                Optional.ofNullable(file.getTimestamp()).map(t -> t.getTimeInMillis()).orElse(-1L);
        return new RemoteItem(name, kind, kind == Kind.FILE ? file.getSize() : -1, changed);
    }
}
