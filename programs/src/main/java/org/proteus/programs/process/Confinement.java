package org.proteus.programs.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a child may touch: its worker's work folder, the installed software, and no TCP connection.
 * A document that names other files, or places on the network, finds them missing.
 *
 * @param writable folders that a child may read and write; they exist when the first child starts
 */
record Confinement(List<Path> writable) {

    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);

    private static final List<String> SOFTWARE =
            List.of(
                    "/usr",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/lib32",
                    "/lib64",
                    "/opt",
                    "/var/cache/fontconfig",
                    "/var/lib/libreoffice",
                    "/var/spool/libreoffice",
                    "/proc",
                    "/sys");

    /** Settings that tools read; names, or beginnings of names. Secrets lie in others. */
    private static final String SETTINGS =
            "{ImageMagick,alternatives,fonts,ghostscript,group,java,ld.so,libreoffice,locale,"
                    + "localtime,magic,mime,mplayer,nsswitch,papersize,passwd,timezone}*";

    private static final List<String> DEVICES =
            List.of("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom");

    /** LibreOffice does not start without a socket of its own in this very folder. */
    private static final Path SOCKETS = Path.of("/tmp");

    Confinement {
        writable = List.copyOf(writable);
    }

    /**
     * Confines the calling thread and all that it starts, for good. Where the kernel cannot, this
     * is said, and nothing is confined.
     */
    void enforce() {
        try (Landlock rules = Landlock.open()) {
            for (Path folder : writable) {
                rules.allowAll(folder.toRealPath());
            }
            for (Path path : readable()) {
                rules.allow(path, Landlock.READ);
            }
            for (Path file : settings()) {
                rules.allow(file, Files.isDirectory(file) ? Landlock.READ : 1 << 2);
            }
            for (Path device : existing(DEVICES.stream().map(Path::of))) {
                rules.allow(device, Landlock.READ_AND_WRITE_FILE);
            }
            rules.allow(SOCKETS, Landlock.SOCKETS);
            rules.enforce();
        } catch (IOException | LinkageError notHere) {
            LOG.warn("converters can read every file that this user can read: {}", reason(notHere));
        }
    }

    private static String reason(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private static List<Path> readable() {
        return existing(
                Stream.concat(
                        SOFTWARE.stream().map(Path::of),
                        Stream.concat(
                                Stream.of(Path.of(System.getProperty("java.home"))),
                                classPath().stream())));
    }

    /** The jars beside a jar belong to it: it may name them in its manifest. */
    private static List<Path> classPath() {
        List<Path> places = new ArrayList<>();
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(place).toAbsolutePath();
            places.add(Files.isDirectory(path) ? path : path.getParent());
        }
        Optional.ofNullable(System.getProperty("proteus.host.aot"))
                .ifPresent(cache -> places.add(Path.of(cache).toAbsolutePath().getParent()));
        return places;
    }

    private static List<Path> settings() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(Path.of("/etc"), SETTINGS)) {
            names.forEach(found::add);
        }
        return existing(found.stream());
    }

    private static List<Path> existing(Stream<Path> paths) {
        return paths.filter(Files::exists).distinct().toList();
    }
}
