package org.proteus.data.vfs;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntrySelector;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.proteus.data.vfs.RemoteItem.Kind;

/** One session with one SFTP channel. */
final class SftpConnection implements RemoteConnection {

    private static final int BUFFER = 1 << 16;

    /** As many links in a row as Linux follows. */
    private static final int LINKS = 40;

    private interface Request<T> {
        T send() throws SftpException;
    }

    private final Session session;
    private final ChannelSftp channel;
    private final String home;
    private long opened = -1;

    SftpConnection(Session session) throws JSchException, IOException {
        this.session = session;
        this.channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(session.getTimeout());
        this.home = ask("cannot find the home folder", channel::getHome);
    }

    @Override
    public boolean alive() {
        try {
            channel.stat(".");
            return true;
        } catch (SftpException e) {
            return false;
        }
    }

    @Override
    public String absolute(String path) {
        if (path.equals("/~") || path.startsWith("/~/")) {
            return home + path.substring(2);
        }
        return path.isEmpty() ? "/" : path;
    }

    @Override
    public List<RemoteItem> list(String folder) throws IOException {
        List<RemoteItem> items = new ArrayList<>();
        LsEntrySelector keep =
                entry -> {
                    String name = entry.getFilename();
                    if (!name.equals(".") && !name.equals("..")) {
                        items.add(item(name, entry.getAttrs()));
                    }
                    return LsEntrySelector.CONTINUE;
                };
        return ask(
                "cannot read the folder " + folder,
                () -> {
                    channel.ls(literal(folder), keep);
                    return items;
                });
    }

    @Override
    public Optional<RemoteItem> find(String path) throws IOException {
        return ask(
                "cannot look at " + path,
                () -> {
                    try {
                        return Optional.of(item(nameOf(path), channel.stat(literal(path))));
                    } catch (SftpException e) {
                        if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                            return Optional.empty();
                        }
                        throw e;
                    }
                });
    }

    @Override
    public RemoteItem follow(String link, String root) throws IOException {
        String what = "cannot read " + link;
        String real = ask(what, () -> channel.realpath(literal(target(link))));
        String above = ask(what, () -> channel.realpath(literal(root)));
        if (!real.startsWith(above.endsWith("/") ? above : above + "/") && !real.equals(above)) {
            throw new RefusedException(what + ": it is a link that leads outside the source");
        }
        return item(nameOf(link), ask(what, () -> channel.stat(literal(real))));
    }

    /** Follows links one by one: not every server's realpath does. */
    private String target(String link) throws SftpException {
        String path = link;
        for (int hop = 0; hop < LINKS && channel.lstat(literal(path)).isLink(); hop++) {
            String next = channel.readlink(literal(path));
            path =
                    next.startsWith("/")
                            ? next
                            : path.substring(0, path.lastIndexOf('/') + 1) + next;
        }
        return path;
    }

    @Override
    public InputStream open(String path, String root) throws IOException {
        String what = "cannot read " + path;
        SftpATTRS own = ask(what, () -> channel.lstat(literal(path)));
        RemoteItem item = own.isLink() ? follow(path, root) : item(nameOf(path), own);
        switch (item.kind()) {
            case FILE -> opened = item.size();
            case FOLDER -> {
                list(path);
                throw new RefusedException(what + ": it is a folder");
            }
            case LINK, OTHER ->
                    throw new RefusedException(
                            what + ": it is a pipe, a socket or a device, not a file");
        }
        return ask(what, () -> channel.get(literal(path)));
    }

    @Override
    public void finishReading(long bytesRead) throws IOException {
        if (bytesRead < opened) {
            throw new EOFException("the server sent less than the " + opened + " bytes it listed");
        }
    }

    @Override
    public void write(String path, InputStream content) throws IOException {
        String what = "cannot write " + path;
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = ask(what, () -> channel.put(literal(path)))) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            throw e.getCause() instanceof SftpException refused
                    ? SftpFailure.request(what, refused, connected())
                    : e;
        }
    }

    @Override
    public void rename(String from, String to) throws IOException {
        String what = "cannot rename to " + to;
        try {
            ask(what, () -> renamed(from, to));
        } catch (RefusedException first) {
            if (find(to).filter(item -> item.kind() == Kind.FILE).isEmpty()) {
                throw first;
            }
            delete(to);
            ask(what, () -> renamed(from, to));
        }
    }

    @Override
    public void makeFolder(String path) throws IOException {
        if (find(path).filter(item -> item.kind() == Kind.FOLDER).isPresent()) {
            return;
        }
        try {
            ask(
                    "cannot make the folder " + path,
                    () -> {
                        channel.mkdir(path);
                        return path;
                    });
        } catch (RefusedException e) {
            if (find(path).filter(item -> item.kind() == Kind.FOLDER).isEmpty()) {
                throw e;
            }
        }
    }

    @Override
    public void delete(String path) throws IOException {
        ask(
                "cannot delete " + path,
                () -> {
                    try {
                        channel.rm(literal(path));
                    } catch (SftpException e) {
                        if (e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                            throw e;
                        }
                    }
                    return path;
                });
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }

    private String renamed(String from, String to) throws SftpException {
        channel.rename(literal(from), literal(to));
        return to;
    }

    private <T> T ask(String what, Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (SftpException e) {
            throw SftpFailure.request(what, e, connected());
        }
    }

    private boolean connected() {
        return session.isConnected() && channel.isConnected();
    }

    /** The channel takes paths as patterns; names are meant as they are. */
    private static String literal(String path) {
        return path.replaceAll("([\\\\*?])", "\\\\$1");
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static RemoteItem item(String name, SftpATTRS found) {
        Kind kind =
                found.isDir()
                        ? Kind.FOLDER
                        : found.isReg() ? Kind.FILE : found.isLink() ? Kind.LINK : Kind.OTHER;
        return new RemoteItem(
                name, kind, kind == Kind.FILE ? found.getSize() : -1, found.getMTime() * 1_000L);
    }
}
