package org.proteus.programs.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files of ours that ImageMagick reads; laid into the scratch folder of the run that needs them.
 */
final class ShippedFiles {

    private final Path scratch;

    ShippedFiles(Path scratch) {
        this.scratch = scratch;
    }

    /** Returns a folder that holds the security policy. */
    Path policyFolder() {
        return lay("policy.xml").getParent();
    }

    /** Returns the image used as a watermark. */
    Path watermark() {
        return lay("watermark.png");
    }

    private Path lay(String name) {
        Path file = scratch.resolve("magick").resolve(name);
        try (InputStream content = ShippedFiles.class.getResourceAsStream(name)) {
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
