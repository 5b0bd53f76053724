package org.proteus.data.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.proteus.data.DataHandler;
import org.proteus.data.DataSink;
import org.proteus.data.DataSource;
import org.proteus.foundation.model.Credentials;

/** Serves {@code file:} URIs. Thread-safe. */
public final class LocalFiles implements DataHandler.Reader, DataHandler.Writer {

    @Override
    public String id() {
        return "local-files";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("file");
    }

    @Override
    public DataSource source(URI uri, Optional<Credentials> credentials, boolean recursive)
            throws IOException {
        Path path = LocalPaths.path(uri);
        try {
            Path real = path.toRealPath();
            return Files.isDirectory(real)
                    ? new LocalFolder(real, recursive)
                    : new LocalFile(real, path);
        } catch (IOException e) {
            throw LocalFailure.explained("cannot read " + LocalPaths.shown(path), e);
        }
    }

    @Override
    public DataSink sink(URI uri, Optional<Credentials> credentials) throws IOException {
        Path path = LocalPaths.path(uri);
        try {
            return LocalSink.in(path);
        } catch (IOException e) {
            throw LocalFailure.explained("cannot write to " + LocalPaths.shown(path), e);
        }
    }
}
