package org.proteus.data.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.data.DataSink;
import org.proteus.data.contract.DataSinkContract;

class LocalSinkTest extends DataSinkContract {

    @TempDir Path folder;

    @Override
    protected DataSink sink() throws IOException {
        return new LocalFiles()
                .sink(folder.resolve("made on the way/out").toUri(), Optional.empty());
    }

    @Override
    protected Map<String, byte[]> stored() throws IOException {
        return StoredFiles.in(folder.resolve("made on the way/out"));
    }
}
