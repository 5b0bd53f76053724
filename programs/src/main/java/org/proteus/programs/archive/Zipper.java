package org.proteus.programs.archive;

import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.proteus.programs.Availability;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.option.Options;

/**
 * Puts an object of any type into a ZIP archive, under its own name made harmless. The same object
 * and name give the same bytes: the entry's time is fixed.
 */
public final class Zipper implements HostedProgram {

    /** The first moment that a ZIP entry can hold. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int DEFAULT_LEVEL = 6;

    @Override
    public Availability availability() {
        return Availability.runnable("java.util.zip of Java " + Runtime.version().feature());
    }

    @Override
    public void transform(Invocation invocation, ProgressListener progress) throws IOException {
        int level = Options.of(invocation).integer("level", 0, 9).orElse(DEFAULT_LEVEL);
        Invocation.Input input = invocation.input();
        long size = Files.size(input.file());
        try (OutputStream file = Files.newOutputStream(invocation.output());
                ZipOutputStream archive = new ZipOutputStream(new BufferedOutputStream(file))) {
            archive.setLevel(level);
            ZipEntry entry = new ZipEntry(EntryName.of(input.name()));
            entry.setTimeLocal(TIME);
            archive.putNextEntry(entry);
            try (InputStream content =
                    new Counted(Files.newInputStream(input.file()), size, progress)) {
                content.transferTo(archive);
            }
            archive.closeEntry();
        }
    }

    /** Tells how much was read. */
    private static final class Counted extends FilterInputStream {

        private final long total;
        private final ProgressListener progress;
        private long read;

        Counted(InputStream content, long total, ProgressListener progress) {
            super(content);
            this.total = total;
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                read += count;
                progress.progress(read, total, "bytes");
            }
            return count;
        }
    }
}
