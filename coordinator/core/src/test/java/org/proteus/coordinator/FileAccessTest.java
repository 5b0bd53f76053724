package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void refusesLinksThatLeadOutOfTheRoot(@TempDir Path folder) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("nowhere"), folder.resolve("missing"));
        Files.createSymbolicLink(root.resolve("in"), Files.createDirectory(root.resolve("deeper")));
        Files.createSymbolicLink(folder.resolve("alias"), root);
        FileAccess access = FileAccess.roots(Map.of("scans", root));

        for (String name : new String[] {"out", "out/new/", "nowhere/", "nowhere/new/"}) {
            assertThatThrownBy(() -> access.root(root.toUri() + name))
                    .as(name)
                    .hasMessageContaining("not below a file root");
        }
        assertThat(access.root(root.toUri() + "in/new/")).contains("scans");
        assertThat(
                        FileAccess.roots(Map.of("alias", folder.resolve("alias")))
                                .root(folder.toUri() + "alias/in/"))
                .contains("alias");
    }
}
