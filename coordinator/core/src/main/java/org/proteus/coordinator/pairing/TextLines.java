package org.proteus.coordinator.pairing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Reads lines of UTF-8 text, no more of it and no longer ones than allowed. Not thread-safe. */
final class TextLines {

    static final long MOST_BYTES = 64 << 20;

    static final int LONGEST_LINE = 64 << 10;

    private final String file;
    private final InputStream in;
    private int number;
    private long bytes;

    TextLines(String file, InputStream in) {
        this.file = file;
        this.in = new BufferedInputStream(in, 64 << 10);
    }

    /** Returns the number of the line read last, from 1. */
    int number() {
        return number;
    }

    /** Returns the next line without its end; empty at the end of the text. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
            requireText(b, line.size());
        }
        return Optional.of(text(line.toByteArray()));
    }

    private void requireText(int b, int length) {
        bytes++;
        if (b == 0) {
            throw noText();
        }
        if (length > LONGEST_LINE || bytes > MOST_BYTES) {
            throw new ProteusException(
                    ErrorCode.TOO_LARGE,
                    "line %d of the manifest '%s' is longer than %d bytes, or the whole than %d"
                            .formatted(number, file, LONGEST_LINE, MOST_BYTES),
                    "split the manifest, and make a job of each part");
        }
    }

    private String text(byte[] line) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
            return number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw noText();
        }
    }

    private ProteusException noText() {
        return new ProteusException(
                ErrorCode.BAD_REQUEST,
                "line %d of the manifest '%s' is not UTF-8 text".formatted(number, file),
                "name a text, CSV or JSON Lines file");
    }
}
