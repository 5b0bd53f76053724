package org.proteus.data.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.proteus.data.DataSink;
import org.proteus.data.NameRules;
import org.proteus.data.Segments;
import org.proteus.data.TemporaryGoneException;
import org.proteus.data.tree.FinalName;

/**
 * A folder as a sink. Content is on the disk before {@link #prepare} returns, its name before
 * {@link #publish} returns, so neither is lost when the machine stops.
 */
final class LocalSink implements DataSink {

    private final Path root;
    private final NameRules rules;

    private LocalSink(Path root, NameRules rules) {
        this.root = root;
        this.rules = rules;
    }

    /** Opens the sink in a folder, which is made when it is not there and must be writable. */
    static LocalSink in(Path folder) throws IOException {
        Path real = Files.createDirectories(folder).toRealPath();
        return new LocalSink(real, LocalFolders.rules(real));
    }

    @Override
    public NameRules nameRules() {
        return rules;
    }

    @Override
    public void prepare(String temporaryName, InputStream content) throws IOException {
        Path temporary = temporary(temporaryName);
        boolean whole = false;
        try (FileChannel file =
                FileChannel.open(
                        temporary, CREATE, TRUNCATE_EXISTING, WRITE, LinkOption.NOFOLLOW_LINKS)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(true);
            whole = true;
        } catch (IOException e) {
            throw failed(temporary, e);
        } finally {
            if (!whole) {
                Files.deleteIfExists(temporary);
            }
        }
    }

    @Override
    public String publish(String temporaryName, String finalName, long size) throws IOException {
        Path temporary = temporary(temporaryName);
        Path target = target(FinalName.segments(finalName, rules));
        try {
            LocalFolders.create(root, target.getParent());
            Files.move(
                    temporary,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            LocalFolders.force(target.getParent());
        } catch (NoSuchFileException e) {
            if (sizeOf(target).filter(found -> found == size).isEmpty()) {
                throw new TemporaryGoneException(temporaryName);
            }
        } catch (IOException e) {
            throw failed(target, e);
        }
        return "file://" + target.toUri().getRawPath();
    }

    @Override
    public void discard(String temporaryName) throws IOException {
        Files.deleteIfExists(temporary(temporaryName));
    }

    @Override
    public void close() {}

    private Path temporary(String name) throws IOException {
        return root.resolve(FinalName.temporary(name));
    }

    private Path target(List<String> segments) {
        return LocalPaths.below(
                root, String.join("/", segments.stream().map(Segments::encode).toList()));
    }

    private static Optional<Long> sizeOf(Path path) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(
                            path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() ? Optional.of(found.size()) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static IOException failed(Path path, IOException e) {
        return LocalFailure.explained("cannot write " + LocalPaths.shown(path), e);
    }
}
