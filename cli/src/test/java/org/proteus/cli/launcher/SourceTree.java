package org.proteus.cli.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small source tree with the real launcher, a JDK that only tells how it was called and a Maven
 * that only counts its builds.
 */
final class SourceTree {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final String LAUNCHER = "cli/src/launcher/";

    private final Path root;
    private final Path jdk;
    private final Path tools;
    private final Path builds;

    SourceTree(Path folder) throws IOException {
        root = folder.resolve("a tree");
        jdk = folder.resolve("jdk");
        tools = folder.resolve("tools");
        builds = folder.resolve("builds");
        for (String file :
                List.of(
                        "proteus",
                        LAUNCHER + "jdk.sh",
                        LAUNCHER + "layout.sh",
                        LAUNCHER + "train.sh")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.copy(REPOSITORY.resolve(file), root.resolve(file));
        }
        write(root.resolve("pom.xml"), "<project/>");
        write(source(), "class A {}");
        writeJdk(jdk);
        writeMaven();
    }

    Path launcher() {
        return root.resolve("proteus");
    }

    /** Makes one source that much newer than now, or older if negative. */
    void dateASource(Duration ahead) throws IOException {
        Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plus(ahead)));
    }

    /** Returns how often Maven was asked to build. */
    int builds() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Returns how many builds are kept. */
    long keptBuilds() throws IOException {
        try (Stream<Path> kept = Files.list(root.resolve("cli/target/proteus"))) {
            return kept.filter(file -> file.getFileName().toString().startsWith("run-")).count();
        }
    }

    /** Makes Maven fail from now on. */
    void breakTheBuild() throws IOException {
        writeProgram(tools.resolve("mvn"), "echo 'no such symbol' >&2", "exit 1");
    }

    /** Puts another JDK 25 in the place of the one before. */
    void updateTheJdk() throws IOException {
        write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
    }

    /** Returns how often a JVM was asked to make a start cache. */
    int startCaches() throws IOException {
        return Files.readAllLines(jdk.resolve("start-caches")).size();
    }

    /** Takes the JDK away. */
    void removeTheJdk() throws IOException {
        Files.delete(jdk.resolve("release"));
    }

    /** Puts a run-time image beside the launcher, as the archive has it. */
    void makeAnArchive() throws IOException {
        writeJdk(root.resolve("runtime"));
        write(root.resolve("lib/proteus-cli-1.jar"), "");
    }

    /** Starts a command from the root folder, with only this tree's JDK and Maven around it. */
    Process start(Path command, String... arguments) throws IOException {
        List<String> line =
                Stream.concat(Stream.of(command.toString()), Arrays.stream(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        return builder.start();
    }

    private Path source() {
        return root.resolve("cli/src/main/java/A.java");
    }

    /**
     * Its java tells its arguments, makes a start cache if told to, and waits until its input ends
     * if an argument says so.
     */
    private static void writeJdk(Path folder) throws IOException {
        write(folder.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
        writeProgram(folder.resolve("bin/javac"), "exit 0");
        writeProgram(
                folder.resolve("bin/java"),
                "printf '[%s]' \"$@\"",
                "for a; do case \"$a\" in -XX:AOTCacheOutput=*)",
                "  touch \"${a#*=}\"; echo >>'" + folder.resolve("start-caches") + "' ;;",
                "esac; done",
                "case \"$*\" in *'until input ends'*) cat ;; esac");
    }

    private void writeMaven() throws IOException {
        Path jars = root.resolve("cli/target/run/lib");
        writeProgram(
                tools.resolve("mvn"),
                "echo built >>'" + builds + "'",
                "mkdir -p '" + jars + "' && touch '" + jars + "/proteus-cli-1.jar'");
    }

    private static void writeProgram(Path file, String... lines) throws IOException {
        write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
