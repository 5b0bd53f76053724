package org.proteus.data.vfs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Content on its way from a server. Its end is the end only when the server says that all was sent;
 * a connection that breaks is a failure and not a short file.
 */
final class RemoteContent extends FilterInputStream {

    private final String shown;
    private final RemoteConnection connection;
    private final Connections home;
    private long count;
    private boolean ended;

    RemoteContent(
            String shown, InputStream content, RemoteConnection connection, Connections home) {
        super(content);
        this.shown = shown;
        this.connection = connection;
        this.home = home;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (ended) {
            return -1;
        }
        try {
            int read = in.read(buffer, from, length);
            if (read < 0) {
                in.close();
                connection.finishReading(count);
                end(true);
            }
            count += Math.max(0, read);
            return read;
        } catch (IOException e) {
            end(false);
            throw new IOException(
                    "%s broke off after %d bytes: %s".formatted(shown, count, e.getMessage()), e);
        }
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 65_536)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        end(false);
    }

    /** What was not read to its end leaves the connection in the middle of a transfer. */
    private void end(boolean intact) {
        if (!ended) {
            ended = true;
            home.end(connection, intact);
        }
    }
}
