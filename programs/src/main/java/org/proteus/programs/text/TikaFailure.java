package org.proteus.programs.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.ZeroByteFileException;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Says in our words why Tika failed. */
final class TikaFailure {

    private TikaFailure() {}

    static ProteusException encrypted(Throwable cause) {
        return new ProteusException(
                new Problem(
                        ErrorCode.ENCRYPTED_OBJECT,
                        "the object is encrypted and needs a password",
                        "remove the password first"),
                cause);
    }

    static ProteusException of(Exception failure) {
        return find(failure, ProteusException.class)
                .or(() -> find(failure, EncryptedDocumentException.class).map(e -> encrypted(e)))
                .orElseGet(() -> described(failure));
    }

    private static ProteusException described(Exception failure) {
        if (causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains("zip bomb"))) {
            return problem(
                    ErrorCode.LIMIT_EXCEEDED,
                    "the object unpacks to too much or is nested too deeply",
                    failure);
        }
        if (find(failure, ZeroByteFileException.class).isPresent()) {
            return problem(ErrorCode.BROKEN_OBJECT, "the object is empty", failure);
        }
        return problem(
                ErrorCode.BROKEN_OBJECT,
                String.format(Locale.ROOT, "the object cannot be read: %s", rootMessage(failure)),
                failure);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = causes(failure).reduce((_, second) -> second).orElse(failure);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private static ProteusException problem(ErrorCode code, String message, Throwable cause) {
        return new ProteusException(
                new Problem(code, message, "check the object at its source"), cause);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return causes(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
