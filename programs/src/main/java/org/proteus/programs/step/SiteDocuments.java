package org.proteus.programs.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the program documents in a folder; a broken one does not stop the others. */
final class SiteDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(SiteDocuments.class);

    private final Path folder;

    SiteDocuments(Path folder) {
        this.folder = folder;
    }

    List<TransformationProgram> read() {
        List<TransformationProgram> documents = new ArrayList<>();
        for (Path file : files()) {
            try {
                documents.add(ProgramDocuments.read(file));
            } catch (ProteusException e) {
                LOG.error("{}", e.problem().text());
            }
        }
        return documents;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.error("folder {} with program documents cannot be read: {}", folder, e.toString());
            return List.of();
        }
    }
}
