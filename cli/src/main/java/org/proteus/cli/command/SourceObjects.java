package org.proteus.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.proteus.foundation.content.TypeDetector;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.Catalogue;
import org.proteus.graph.PlanObject;

/** What is known of a source that is named on the command line. */
final class SourceObjects {

    private SourceObjects() {}

    /** Looks at the bytes when it is a file; otherwise it is a type, an extension or a name. */
    static PlanObject of(String source, Catalogue catalogue) {
        try {
            Path file = Path.of(source);
            return Files.isRegularFile(file)
                    ? look(file)
                    : PlanObject.of(catalogue.resolveType(source));
        } catch (InvalidPathException e) {
            return PlanObject.of(catalogue.resolveType(source));
        }
    }

    private static PlanObject look(Path file) {
        try {
            ContentType type = new TypeDetector().detect(file, file.getFileName().toString());
            return PlanObject.of(type).withSize(Files.size(file));
        } catch (IOException e) {
            throw new ProteusException(
                    new Problem(ErrorCode.SOURCE_UNREADABLE, file + " cannot be read", ""), e);
        }
    }
}
