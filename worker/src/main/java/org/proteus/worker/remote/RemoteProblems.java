package org.proteus.worker.remote;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.net.WireJson;

/** Turns problem documents (RFC 9457) back into the problems that they were made of. */
final class RemoteProblems {

    /** Bytes of a document; a longer one is none of ours. */
    static final int LONGEST = 64 << 10;

    private RemoteProblems() {}

    /** A problem document, as far as it is looked at. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(Optional<String> detail, Optional<String> code, Optional<String> action) {}

    /** Returns what an answer that is no success means. */
    static ProteusException of(int status, byte[] body) {
        Optional<Document> document = body.length > LONGEST ? Optional.empty() : document(body);
        ErrorCode code =
                document.flatMap(Document::code)
                        .flatMap(RemoteProblems::code)
                        .orElse(fallback(status));
        String message =
                document.flatMap(Document::detail)
                        .orElse("the coordinator answered with HTTP status " + status);
        String action =
                document.flatMap(Document::action)
                        .orElse(
                                code == ErrorCode.UNAUTHORIZED
                                        ? "check the worker's token file"
                                        : "");
        return new ProteusException(new Problem(code, message, action));
    }

    private static Optional<Document> document(byte[] body) {
        try {
            return Optional.of(WireJson.read(new ByteArrayInputStream(body), Document.class));
        } catch (ProteusException | IOException noDocument) {
            return Optional.empty();
        }
    }

    /** Understands {@code no-path} and {@code NO_PATH}; a code of a later version is unknown. */
    private static Optional<ErrorCode> code(String text) {
        try {
            return Optional.of(ErrorCode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static ErrorCode fallback(int status) {
        return switch (status) {
            case 400, 422 -> ErrorCode.BAD_REQUEST;
            case 401, 403 -> ErrorCode.UNAUTHORIZED;
            case 409, 410 -> ErrorCode.CONFLICT;
            case 413 -> ErrorCode.TOO_LARGE;
            case 429 -> ErrorCode.BUSY;
            // Also 404: a proxy in front of a coordinator that restarts says so.
            default -> ErrorCode.UNAVAILABLE;
        };
    }
}
