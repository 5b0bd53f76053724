package org.proteus.coordinator.server.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Bounds the memory that all bodies of requests take together. Thread-safe. */
public final class HeldBytes {

    private static final int PIECE = 64 << 10;

    private final long most;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param most most bytes held at once
     */
    public HeldBytes(long most) {
        this.most = most;
    }

    /** Returns a place for one body, empty for now. */
    Place place(long limit) {
        return new Place(limit);
    }

    /** One body; its bytes count until it is closed. Not thread-safe. */
    final class Place implements AutoCloseable {

        private final long limit;
        private long taken;

        private Place(long limit) {
            this.limit = limit;
        }

        /**
         * Reads a body to its end.
         *
         * @param announced its length as announced; -1 when it was not
         * @throws ProteusException {@code TOO_LARGE} beyond the limit of one body, {@code BUSY}
         *     when there is no memory for it now
         */
        Bytes read(InputStream body, long announced) throws IOException {
            if (announced > limit) {
                throw tooLarge();
            }
            take(Math.max(0, announced));
            ByteArrayOutputStream content =
                    new ByteArrayOutputStream((int) Math.max(PIECE, announced));
            byte[] piece = new byte[PIECE];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                if (content.size() + (long) count > limit) {
                    throw tooLarge();
                }
                take(content.size() + count - taken);
                content.write(piece, 0, count);
            }
            return Bytes.of(content.toByteArray());
        }

        private void take(long more) {
            if (more <= 0) {
                return;
            }
            if (held.addAndGet(more) > most) {
                held.addAndGet(-more);
                throw new ProteusException(
                        ErrorCode.BUSY,
                        "the service holds as many objects as its memory allows",
                        "Try again in a moment, or submit a job");
            }
            taken += more;
        }

        private ProteusException tooLarge() {
            return new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "the object is larger than " + limit + " bytes",
                    "Submit a job with a data source, which has no such limit");
        }

        @Override
        public void close() {
            held.addAndGet(-taken);
            taken = 0;
        }
    }
}
