package org.proteus.programs.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real files out of the test jars of Tika. */
public final class Samples {

    private Samples() {}

    /** Copies a sample into a folder, under a name that tells nothing of its type. */
    public static Path copy(String name, Path folder) {
        try (InputStream content = open(name)) {
            Path file = Files.createTempFile(folder, "object", "");
            Files.write(file, content.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream content = Samples.class.getResourceAsStream("/test-documents/" + name);
        if (content == null) {
            throw new IllegalArgumentException("there is no sample " + name);
        }
        return content;
    }
}
