package org.proteus.data.vfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSink;
import org.proteus.data.contract.DataSinkContract;
import org.proteus.data.local.StoredFiles;

class SftpSinkTest extends DataSinkContract {

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
    protected DataSink sink() throws IOException {
        return server.handler().sink(server.uri("/a%20b/out/"), Optional.of(SftpTestServer.USER));
    }

    @Override
    protected Map<String, byte[]> stored() throws IOException {
        return StoredFiles.in(folder.resolve("a b/out"));
    }
}
