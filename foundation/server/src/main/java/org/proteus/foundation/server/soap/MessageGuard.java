package org.proteus.foundation.server.soap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Takes plain XML up to a size; attachments could name parts, and through them addresses. */
final class MessageGuard extends AbstractPhaseInterceptor<Message> {

    private final long maxBytes;

    MessageGuard(long maxBytes) {
        super(Phase.RECEIVE);
        this.maxBytes = maxBytes;
    }

    @Override
    public void handleMessage(Message message) {
        InputStream body = message.getContent(InputStream.class);
        if (body == null || "GET".equals(message.get(Message.HTTP_REQUEST_METHOD))) {
            return;
        }
        String type = String.valueOf(message.get(Message.CONTENT_TYPE));
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals("text/xml")) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a SOAP 1.1 message has the content type text/xml, without attachments",
                    "Send Content-Type: text/xml; charset=utf-8");
        }
        message.setContent(InputStream.class, new Limited(body, maxBytes));
    }

    /** Fails beyond the limit. */
    private static final class Limited extends FilterInputStream {

        private final long max;
        private long left;

        Limited(InputStream body, long max) {
            super(body);
            this.max = max;
            this.left = max;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            return counted(count, count);
        }

        private int counted(int result, int bytes) {
            left -= result < 0 ? 0 : bytes;
            if (left < 0) {
                throw new ProteusException(
                        ErrorCode.TOO_LARGE,
                        "the SOAP message is larger than %d bytes".formatted(max),
                        "Name a source that the service can read instead of an Inline object");
            }
            return result;
        }
    }
}
