package org.proteus.data.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSink;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** A real full disk: a small file system in memory, which root alone may mount. */
class LocalDiskFullIT {

    @TempDir Path folder;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                runs("mount", "-t", "tmpfs", "-o", "size=1m", "proteus-test", folder.toString()),
                "a file system can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        runs("umount", folder.toString());
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        try (DataSink sink = new LocalFiles().sink(folder.toUri(), Optional.empty())) {
            var large = new ByteArrayInputStream(new byte[4 << 20]);
            assertThatThrownBy(() -> sink.prepare(".proteus-1-1", large))
                    .isInstanceOfSatisfying(
                            ProteusException.class,
                            e -> {
                                assertThat(e.problem().code()).isEqualTo(ErrorCode.DISK_FULL);
                                assertThat(e.problem().action()).contains("make room");
                            });
            assertThat(StoredFiles.in(folder)).isEmpty();
            sink.prepare(".proteus-2-1", new ByteArrayInputStream(new byte[1 << 10]));
            sink.publish(".proteus-2-1", "small", 1 << 10);
            assertThat(StoredFiles.in(folder)).containsOnlyKeys("small");
        }
    }

    private static boolean runs(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
