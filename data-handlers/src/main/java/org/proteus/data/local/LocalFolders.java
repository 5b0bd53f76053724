package org.proteus.data.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.proteus.data.NameRules;
import org.proteus.data.Segments;

/** What a sink does with folders. */
final class LocalFolders {

    private LocalFolders() {}

    /**
     * Finds out the rules of a folder by writing to it, which shows that it can be written. On a
     * full disk the usual ones are assumed: whoever wants to delete there needs no room.
     */
    static NameRules rules(Path folder) throws IOException {
        String name = Segments.OWN_PREFIX + "probe-" + UUID.randomUUID();
        Path probe = folder.resolve(name);
        try {
            Files.createFile(probe);
        } catch (IOException e) {
            if (LocalFailure.isFull(e)) {
                return NameRules.UNIX;
            }
            throw e;
        }
        try {
            boolean folds = Files.exists(folder.resolve(name.toUpperCase(Locale.ROOT)));
            NameRules unix = NameRules.UNIX;
            return new NameRules(unix.maxBytes(), folds, unix.forbidden());
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /**
     * Makes a folder below the root, one level after the other, each made durable.
     *
     * @throws IOException if a link on the way leads outside the root
     */
    static void create(Path root, Path folder) throws IOException {
        if (folder.equals(root)) {
            return;
        }
        create(root, folder.getParent());
        try {
            Files.createDirectory(folder);
            force(folder.getParent());
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (!folder.toRealPath().startsWith(root)) {
            throw new IOException("a link inside the sink leads outside it");
        }
    }

    /** Makes what was named in a folder durable. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
