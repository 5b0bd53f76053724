package org.proteus.data.vfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSource;
import org.proteus.data.contract.DataSourceContract;
import org.proteus.data.local.StoredFiles;

class FtpSourceTest extends DataSourceContract {

    @TempDir Path folder;
    private FtpTestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new FtpTestServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected void put(String path, byte[] content) throws IOException {
        StoredFiles.put(folder, path, content);
    }

    @Override
    protected DataSource source(boolean recursive) throws IOException {
        return new FtpServers().source(server.uri("/"), Optional.empty(), recursive);
    }

    @Override
    protected boolean canHold(String name) {
        return FtpNames.canHold(name);
    }
}
