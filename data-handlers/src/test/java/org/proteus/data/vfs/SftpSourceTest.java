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

class SftpSourceTest extends DataSourceContract {

    @TempDir Path folder;
    @TempDir Path keys;
    private SftpTestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new SftpTestServer(folder, keys.resolve("known_hosts"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Override
    protected void put(String path, byte[] content) throws IOException {
        StoredFiles.put(folder, path, content);
    }

    @Override
    protected DataSource source(boolean recursive) throws IOException {
        return server.handler()
                .source(server.uri("/"), Optional.of(SftpTestServer.USER), recursive);
    }
}
