package org.proteus.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.cli.config.SettingsFile;
import org.proteus.coordinator.pool.ConfiguredPool;

/** The settings that the guide to clouds shows are read. */
class CloudsGuideTest {

    private static final Path GUIDE = Path.of("../docs/clouds.md");

    @TempDir private Path folder;

    @Test
    void theSettingsShownAreUnderstood() throws IOException {
        Matcher block =
                Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(GUIDE));
        int read = 0;
        while (block.find()) {
            Path own = Files.writeString(folder.resolve("own.yaml"), block.group(1));
            SettingsFile file = SettingsFile.read("coordinator", Optional.of(own), Map.of());
            assertThat(ServiceSettings.of(file, folder).pools())
                    .extracting(ConfiguredPool::name)
                    .containsExactly("local", "cloud");
            read++;
        }
        assertThat(read).isEqualTo(2);
    }
}
