package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileAccessTest {

    private final FileAccess roots = FileAccess.roots(Map.of("scans", Path.of("/data/scans")));

    @Test
    void namesTheRootOfAPlaceBelowIt() {
        assertThat(roots.root("file:///data/scans/2026/")).contains("scans");
        assertThat(roots.root("FILE:/data/scans")).contains("scans");
        assertThat(roots.root("ftp://host/data/")).isEmpty();
        assertThat(FileAccess.ANY.root("file:///etc/")).isEmpty();
    }

    @Test
    void refusesEveryWayAround() {
        for (String uri :
                new String[] {
                    "file:///etc/passwd",
                    "file:///data/scans/../secret/",
                    "file:///data/scans/%2e%2e/secret/",
                    "file:///data/scans-of-others/",
                    "file://host/data/scans/",
                    "file:relative"
                }) {
            assertThatThrownBy(() -> roots.root(uri)).as(uri).hasMessageContaining("'" + uri);
        }
        assertThatThrownBy(() -> FileAccess.NONE.root("file:///tmp/"))
                .hasMessageContaining("no file roots configured");
    }
}
