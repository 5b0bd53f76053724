package org.proteus.coordinator;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.store.Database;

class ProgramsH2Test extends ProgramsSuite {

    @TempDir private Path folder;

    @Override
    Database database() {
        return Database.inFolder(folder);
    }
}
