package org.proteus.foundation.server;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that ends early once more than a number of bytes was read; it tells which end it was.
 */
final class BoundedInput extends FilterInputStream {

    private final long limit;
    private long count;

    BoundedInput(InputStream source, long limit) {
        super(source);
        this.limit = limit;
    }

    /** Whether the source held more than the limit. */
    boolean exceeded() {
        return count > limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (exceeded()) {
            return -1;
        }
        int read = super.read(target, offset, length);
        count += Math.max(0, read);
        return exceeded() ? -1 : read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
