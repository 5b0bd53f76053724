package org.proteus.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {

    @Test
    void theWorkFolderIsTheSameFromEveryFolder() {
        WorkerSettings settings =
                new WorkerSettings(
                        "w",
                        "local",
                        "here",
                        1,
                        Path.of("data/../work"),
                        Duration.ZERO,
                        List.of(),
                        "1");

        assertThat(settings.workFolder()).isEqualTo(Path.of("work").toAbsolutePath());
    }
}
