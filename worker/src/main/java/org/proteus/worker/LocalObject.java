package org.proteus.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.proteus.foundation.model.Bytes;

/** An object as the worker holds it. */
sealed interface LocalObject {

    /** Returns its size in bytes. */
    long size() throws IOException;

    /** Opens its content. */
    InputStream open() throws IOException;

    /** Returns it as a file with that extension, in the task's own folder. */
    Path file(Scratch scratch, String extension) throws IOException;

    /**
     * Small, and never on disk unless a step needs it there.
     *
     * @param plainName name of its file then, without extension
     */
    record InMemory(Bytes content, String plainName) implements LocalObject {

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open() {
            return content.open();
        }

        @Override
        public Path file(Scratch scratch, String extension) throws IOException {
            return Files.write(scratch.file(plainName, extension), content.array());
        }
    }

    /** A file in the task's folder. */
    record InFile(Path path) implements LocalObject {

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        /** Renames the file: tools look at the extension. */
        @Override
        public Path file(Scratch scratch, String extension) throws IOException {
            Path wanted = scratch.file(plainName(), extension);
            return path.equals(wanted) ? path : Files.move(path, wanted);
        }

        private String plainName() {
            String name = path.getFileName().toString();
            int dot = name.indexOf('.');
            return dot < 0 ? name : name.substring(0, dot);
        }
    }
}
