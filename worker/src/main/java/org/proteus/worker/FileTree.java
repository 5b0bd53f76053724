package org.proteus.worker;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Deletes folders with whatever a program left in them. */
final class FileTree {

    private FileTree() {}

    /**
     * Deletes a file or a folder with all in it; links are deleted, not followed. Folders without
     * permission are opened up first; depth does not matter.
     */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Deque<Path> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Path next = open.peek();
            if (!Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS) || isEmptied(next, open)) {
                Files.deleteIfExists(next);
                open.pop();
            }
        }
    }

    /** Deletes the files of a folder and puts its folders on the stack. */
    private static boolean isEmptied(Path folder, Deque<Path> open) throws IOException {
        if (!Files.isReadable(folder) || !Files.isWritable(folder)) {
            boolean opened =
                    folder.toFile().setReadable(true)
                            && folder.toFile().setWritable(true)
                            && folder.toFile().setExecutable(true);
            if (!opened) {
                throw new IOException("no permission to empty " + folder);
            }
        }
        boolean emptied = true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    open.push(entry);
                    emptied = false;
                } else {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        return emptied;
    }
}
