package org.proteus.programs.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.proteus.foundation.model.ContentType;

/** Judges by the bytes alone whether a file has the type that was promised. */
public final class Judge {

    private static final MediaTypeRegistry TYPES = MediaTypeRegistry.getDefaultRegistry();

    /** What the bytes cannot tell apart. */
    private static final Map<String, String> SAME =
            Map.of(
                    "text/csv", "text/plain",
                    "video/webm", "application/x-matroska",
                    "video/x-matroska", "application/x-matroska");

    private Judge() {}

    /** Returns what is wrong; empty if the file has that type or a more special one. */
    public static Optional<String> says(Path file, ContentType promised) throws IOException {
        MediaType found = MediaType.parse(new Tika().detect(file));
        MediaType wanted = TYPES.normalize(MediaType.parse(promised.mediaType()));
        String alike = SAME.getOrDefault(promised.mediaType(), promised.mediaType());
        boolean right =
                TYPES.isInstanceOf(found, wanted) || found.getBaseType().toString().equals(alike);
        return right ? Optional.empty() : Optional.of(found.toString());
    }
}
