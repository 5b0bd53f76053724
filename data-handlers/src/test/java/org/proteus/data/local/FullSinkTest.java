package org.proteus.data.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSink;

/** A sink on a disk without room for one more file; needs the right to mount one. */
class FullSinkTest {

    private static final String TEMPORARY = ".proteus-job-1-1";

    @TempDir Path folder;
    private Path small;

    @BeforeEach
    void mount() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "nr_inodes=6", "tmpfs", small.toString()),
                "needs the right to mount a file system");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", small.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    private DataSink sink() throws IOException {
        return new LocalFiles().sink(small.toUri(), Optional.empty());
    }

    private static ByteArrayInputStream content() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }

    @Test
    void whatWasPreparedCanBeDeletedAndPublished() throws IOException {
        try (DataSink first = sink()) {
            first.prepare(TEMPORARY, content());
            first.prepare(TEMPORARY + "0", content());
        }
        int files = fill();
        assertThat(files).isPositive();

        try (DataSink again = sink()) {
            assertThatThrownBy(() -> again.prepare(TEMPORARY + "1", content()))
                    .hasMessageContaining("No space left");
            again.publish(TEMPORARY, "a.txt", 3);
            again.discard(TEMPORARY + "0");
        }

        assertThat(small.resolve("a.txt")).hasSize(3);
        assertThat(small.resolve(TEMPORARY + "0")).doesNotExist();
    }

    private int fill() {
        for (int i = 0; ; i++) {
            try {
                Files.createFile(small.resolve("other-" + i));
            } catch (IOException full) {
                return i;
            }
        }
    }
}
