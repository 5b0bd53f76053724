package org.proteus.data.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSource;
import org.proteus.data.contract.DataSourceContract;

class LocalSourceTest extends DataSourceContract {

    @TempDir Path folder;

    @Override
    protected void put(String path, byte[] content) throws IOException {
        StoredFiles.put(folder, path, content);
    }

    @Override
    protected DataSource source(boolean recursive) throws IOException {
        return new LocalFiles().source(folder.toUri(), Optional.empty(), recursive);
    }
}
