package org.proteus.bench.chaos.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small disk of its own: an ext4 file system in a file, so that it can be filled and made to
 * stall without harm to anybody else.
 */
public final class Disk implements AutoCloseable {

    private static final int BLOCK = 4096;
    private static final int TRIES = 20;

    private final Path image;
    private final Path folder;

    private Disk(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /**
     * Makes a disk.
     *
     * @param image file that holds it; sparse
     * @param folder where it is seen
     * @throws IOException if this user may not mount
     */
    static Disk make(Path image, Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        Shell.run("truncate", "-s", mebibytes + "M", image.toString());
        try {
            Shell.run("mkfs.ext4", "-q", "-m", "0", "-i", "4096", "-F", image.toString());
            Shell.run("mount", "-o", "loop", image.toString(), folder.toString());
            Files.deleteIfExists(folder.resolve("lost+found"));
            return new Disk(image, folder);
        } catch (IOException impossible) {
            Files.deleteIfExists(image);
            throw impossible;
        }
    }

    /** Takes every byte that is free. */
    public void fill() throws IOException {
        long free = folder.toFile().getUsableSpace();
        if (free > BLOCK) {
            Shell.tryRun("fallocate", "-l", Long.toString(free - BLOCK), filler("big").toString());
        }
        try (OutputStream rest =
                Files.newOutputStream(
                        filler("rest"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] block = new byte[BLOCK];
            while (true) {
                rest.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() throws IOException {
        Files.deleteIfExists(filler("big"));
        Files.deleteIfExists(filler("rest"));
    }

    private Path filler(String name) {
        return folder.resolve(".filler-" + name);
    }

    /**
     * Makes every write stall again and again. It is a process of its own that stalls and goes on,
     * so that the disk is never left stalled, even if this process is killed.
     */
    public void slow(long millis) throws IOException {
        String script =
                """
                end=$(($(date +%s%3N) + $2))
                while [ "$(date +%s%3N)" -lt "$end" ]; do
                  fsfreeze -f "$1" && sleep 0.4
                  fsfreeze -u "$1"
                  sleep 0.1
                done
                """;
        Shell.run(
                "setsid",
                "sh",
                "-c",
                script,
                "slow-disk",
                folder.toString(),
                Long.toString(millis));
    }

    /** Removes the disk with all that is on it. */
    @Override
    public void close() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<IOException> failed = unmount();
            if (failed.isEmpty()) {
                Files.deleteIfExists(image);
                return;
            }
            if (i == TRIES - 1) {
                throw failed.get();
            }
            pause();
        }
    }

    private Optional<IOException> unmount() {
        try {
            Shell.run("umount", folder.toString());
            return Optional.empty();
        } catch (IOException busy) {
            return Optional.of(busy);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
