package org.proteus.programs.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;

/** Text that holds nothing to read is no result, whichever program made it. */
final class TextCheck {

    /** Nothing but blanks and a byte order mark is never longer in practice. */
    private static final int LONGEST_BLANK = 4096;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextCheck() {}

    /** Checks a result that is plain text; any other is fine. */
    static Optional<Problem> check(Path output, ContentType target) {
        try {
            return target.mediaType().equals("text/plain") && isBlank(output)
                    ? Optional.of(Problem.of(ErrorCode.NO_TEXT, "it found no text in the object"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(Problem.of(ErrorCode.BAD_OUTPUT, "its output cannot be read"));
        }
    }

    private static boolean isBlank(Path output) throws IOException {
        return Files.size(output) <= LONGEST_BLANK
                && new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                        .replace(BYTE_ORDER_MARK, "")
                        .isBlank();
    }
}
