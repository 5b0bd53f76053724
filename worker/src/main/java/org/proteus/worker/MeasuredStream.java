package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content on its way: counted, hashed, shown as progress, and cut off when the task is stopped. */
final class MeasuredStream extends InputStream {

    /** Reading failed, as opposed to writing what was read. */
    static final class ReadFailedException extends IOException {

        private static final long serialVersionUID = 1L;

        ReadFailedException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final InputStream content;
    private final HeldTask task;
    private final String stage;
    private final long total;
    private final MessageDigest digest = sha256();
    private long size;

    /**
     * @param stage name of the stage in the progress
     * @param total size in bytes as far as it is known; otherwise 0 or less
     */
    MeasuredStream(InputStream content, HeldTask task, String stage, long total) {
        this.content = content;
        this.task = task;
        this.stage = stage;
        this.total = Math.max(0, total);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            task.check();
            int n = content.read(buffer, offset, length);
            if (n > 0) {
                digest.update(buffer, offset, n);
                size += n;
                task.progress(stage, size, total, "bytes");
            }
            return n;
        } catch (IOException failed) {
            throw new ReadFailedException(failed);
        } catch (StoppedException stopped) {
            throw new ReadFailedException(new IOException("stopped", stopped));
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Returns the bytes read so far. */
    long size() {
        return size;
    }

    /** Returns the SHA-256 of what was read, lower-case hexadecimal; once, at the end. */
    String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
