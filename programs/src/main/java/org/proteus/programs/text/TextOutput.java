package org.proteus.programs.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Writes text as UTF-8, no more than a limit, and knows whether a person could read any of it. Not
 * thread-safe.
 */
final class TextOutput extends Writer {

    private final BufferedWriter file;
    private final long most;
    private long written;
    private boolean visible;

    /**
     * Opens the file.
     *
     * @param most most characters taken
     */
    TextOutput(Path file, long most) throws IOException {
        this.file = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.most = most;
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        written += length;
        if (written > most) {
            throw new ProteusException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the text is longer than " + most + " characters",
                    "split the object, or raise option 'limit'");
        }
        for (int i = offset; i < offset + length; i++) {
            visible |= !Character.isWhitespace(text[i]) && !Character.isISOControl(text[i]);
        }
        file.write(text, offset, length);
    }

    /**
     * Checks that something was written that a person can read.
     *
     * @throws ProteusException with {@code NO_TEXT} if not
     */
    void requireText(String advice) {
        if (!visible) {
            throw new ProteusException(
                    ErrorCode.NO_TEXT, "no text was found in the object", advice);
        }
    }

    @Override
    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
