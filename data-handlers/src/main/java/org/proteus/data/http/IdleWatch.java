package org.proteus.data.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Closes content whose server falls silent, which the HTTP client itself does not notice. */
final class IdleWatch {

    private final Duration idle;

    IdleWatch(Duration idle) {
        this.idle = idle;
    }

    /** Returns the content; a read that gets nothing for too long fails. */
    InputStream over(InputStream content) {
        return new Watched(content);
    }

    private final class Watched extends FilterInputStream {

        /** When the present read began, by {@link System#nanoTime}; 0 between reads. */
        private volatile long since;

        private volatile boolean silent;
        private volatile boolean closed; // or read to its end

        Watched(InputStream content) {
            super(content);
            Thread.ofVirtual().name("idle-watch").start(this::watch);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            since = System.nanoTime() | 1;
            try {
                int read = in.read(buffer, from, length);
                if (read < 0) {
                    closed = true;
                }
                return read;
            } catch (IOException e) {
                throw silent
                        ? new IOException(
                                "the server sent nothing for " + idle.toSeconds() + " s", e)
                        : new IOException("the content broke off: " + e.getMessage(), e);
            } finally {
                since = 0;
            }
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }

        private void watch() {
            while (!closed) {
                LockSupport.parkNanos(idle.toNanos() / 4);
                long began = since;
                if (began != 0 && System.nanoTime() - began > idle.toNanos()) {
                    silent = true;
                    end();
                }
            }
        }

        private void end() {
            try {
                close();
            } catch (IOException e) {
                closed = true;
            }
        }
    }
}
