package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.learning.Learning;
import org.proteus.data.DataHandlers;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.graph.LearnedStatistics;
import org.proteus.graph.ProgramRegistry;

class DamagedFolderTest {

    @TempDir Path temp;

    private Coordinator open(Path folder) {
        return Coordinator.open(
                CoordinatorSettings.service(folder),
                new ProgramRegistry(FixedPlanner.programs()),
                new FixedPlanner(),
                DataHandlers.find(),
                Learning.inDatabase(new LearnedStatistics()));
    }

    private void assertUnavailable(Path folder, String words) {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE);
                            assertThat(e.problem().text()).contains(words);
                        });
    }

    @Test
    void refusesADamagedDatabaseAndGivesTheFolderBack() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("state"));
        Path database = folder.resolve("state.mv.db");
        Files.writeString(database, "this is no database".repeat(1000));

        assertUnavailable(folder, "damaged");

        Files.delete(database);
        open(folder).close();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws Exception {
        assertUnavailable(Files.writeString(temp.resolve("file"), ""), "not a folder");
    }

    @Test
    void refusesAKeyFileWithoutAKey() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("state"));
        Files.writeString(folder.resolve("secrets.key"), "lost");

        assertUnavailable(folder, "secrets.key");
    }

    @Test
    void keepsTheKeyToItsOwner() throws Exception {
        open(temp.resolve("state")).close();

        assertThat(Files.getPosixFilePermissions(temp.resolve("state/secrets.key")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
