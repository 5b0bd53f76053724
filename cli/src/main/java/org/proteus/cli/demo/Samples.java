package org.proteus.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The samples that are shipped. */
public final class Samples {

    private static final String FOLDER = "/org/proteus/config/samples/";
    private static final List<String> NAMES =
            List.of(
                    "clip.avi",
                    "drawing.svg",
                    "letter.rtf",
                    "note.txt",
                    "page.html",
                    "photo.tiff",
                    "report.docx",
                    "report.pdf",
                    "small.bmp",
                    "table.csv",
                    "table.xlsx",
                    "truncated.pdf");

    private Samples() {}

    /** Writes them into a folder below the given one, and returns it. */
    public static Path copyInto(Path folder) throws IOException {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        for (String name : NAMES) {
            try (InputStream sample = Samples.class.getResourceAsStream(FOLDER + name)) {
                Files.copy(sample, samples.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return samples;
    }
}
