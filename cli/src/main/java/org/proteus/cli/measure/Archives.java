package org.proteus.cli.measure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares the bytes of entries. */
final class Archives {

    private Archives() {}

    /** Returns 1 if an object lies in the archive byte by byte, else 0. */
    static double keeps(Path original, Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(original);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    if (Arrays.equals(bytes, in.readNBytes(bytes.length + 1))) {
                        return 1;
                    }
                }
            }
        }
        return 0;
    }
}
