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

class FtpSinkTest extends DataSinkContract {

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
    protected DataSink sink() throws IOException {
        return new FtpServers().sink(server.uri("/a%20b/out/"), Optional.of(FtpTestServer.USER));
    }

    @Override
    protected Map<String, byte[]> stored() throws IOException {
        return StoredFiles.in(folder.resolve("a b/out"));
    }

    @Override
    protected boolean canHold(String name) {
        return FtpNames.canHold(name);
    }
}
