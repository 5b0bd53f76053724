package org.proteus.bench.chaos.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL with a data folder that outlives its crashes; every commit is forced to the disk.
 * Thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final int PATIENCE_SECONDS = 1;

    private final Path data;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final String url;
    private Process process;

    /**
     * Makes the data folder and starts the server.
     *
     * @param folder where everything of it lies
     * @param address address that it listens on besides loopback
     * @param range addresses that may connect, with a mask
     */
    PostgresServer(Path folder, Optional<String> address, Optional<String> range)
            throws IOException, InterruptedException {
        data = folder.resolve("data");
        log = folder.resolve("postgres.log");
        Path binaries = Files.createDirectories(folder.resolve("binaries"));
        int port = initialized(binaries);
        if (range.isPresent()) {
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "\nhost all all " + range.get() + " trust\n",
                    StandardOpenOption.APPEND);
        }
        if (isRoot()) {
            // PostgreSQL refuses to run as root, so it runs as nobody in particular.
            command.addAll(List.of("unshare", "-U"));
        }
        String addresses = address.map(own -> "127.0.0.1," + own).orElse("127.0.0.1");
        command.add(executable(binaries).toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-c", "listen_addresses=" + addresses));
        command.addAll(List.of("-c", "max_connections=100", "-c", "unix_socket_directories="));
        url =
                "jdbc:postgresql://%s:%d/postgres?user=postgres"
                        .formatted(address.orElse("127.0.0.1"), port);
        start();
    }

    /**
     * Lets the library unpack the server and make the data folder; returns a port that was free.
     */
    private int initialized(Path binaries) throws IOException {
        try (EmbeddedPostgres first =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(binaries.toFile())
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start()) {
            return first.getPort();
        }
    }

    private static Path executable(Path binaries) throws IOException {
        try (Stream<Path> files = Files.walk(binaries)) {
            return files.filter(file -> file.endsWith(Path.of("bin", "postgres")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no postgres below " + binaries));
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Returns its JDBC URL. */
    public String url() {
        return url;
    }

    /** Starts it and waits until it answers. */
    public synchronized void start() throws IOException, InterruptedException {
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())))
                        .start();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("PostgreSQL does not start, see " + log);
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Lets it crash: an immediate shutdown writes nothing and says good-bye to nobody. */
    public synchronized void crash() throws IOException {
        Shell.run("kill", "-QUIT", Long.toString(process.pid()));
        process.onExit().join();
    }

    @Override
    public synchronized void close() throws IOException {
        if (process.isAlive()) {
            crash();
        }
    }
}
