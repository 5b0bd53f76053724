package org.proteus.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one task. Its files have names of ours with the extension of their type; the name
 * of the object is never part of a path. Used by one thread.
 */
final class Scratch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

    private final Path folder;
    private boolean made;

    Scratch(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns a path for a file.
     *
     * @param extension extension with its dot; one that is not plain is left out
     */
    Path file(String name, String extension) throws IOException {
        make();
        boolean plain = extension.matches("(\\.[A-Za-z0-9-]{1,16}){1,2}");
        return folder.resolve(plain ? name + extension : name);
    }

    /** Makes an empty folder. */
    Path folder(String name) throws IOException {
        make();
        return Files.createDirectory(folder.resolve(name));
    }

    private void make() throws IOException {
        if (!made) {
            Files.createDirectories(folder);
            made = true;
        }
    }

    /** Deletes everything; what cannot be deleted is logged, and tried again at the next start. */
    @Override
    public void close() {
        if (made) {
            try {
                FileTree.delete(folder);
            } catch (IOException stuck) {
                LOG.warn("cannot delete {}: {}", folder, stuck.toString());
            }
        }
    }
}
