package org.proteus.coordinator.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A folder that the real apt-get and dpkg take for the whole system, and a repository for it with
 * one package, {@value #PACKAGE}, which brings one file.
 */
final class AptSite implements AutoCloseable {

    static final String PACKAGE = "proteus-tool";
    static final String PASSWORD = "hunter2";

    /** The file that the package brings, as its site's folder sees it. */
    static final String TOOL = "system/opt/tool";

    private static final String CONTROL =
            """
            Package: proteus-tool
            Version: 1.0
            Architecture: all
            Maintainer: Proteus <tests@example.org>
            Description: what a node installs
            """;

    private final Path system;
    private final Path repository;
    private final Path settings;
    private final HttpServer server;
    private FileChannel locked;
    private volatile BooleanSupplier answers = () -> true;

    AptSite(Path folder) throws Exception {
        system = folder.resolve("system");
        for (String part :
                new String[] {
                    "var/lib/dpkg/info",
                    "var/lib/dpkg/updates",
                    "var/lib/apt/lists/partial",
                    "var/cache/apt/archives/partial",
                    "var/log/apt",
                    "etc/apt/apt.conf.d",
                    "etc/apt/preferences.d"
                }) {
            Files.createDirectories(system.resolve(part));
        }
        Files.createFile(system.resolve("var/lib/dpkg/status"));
        repository = Files.createDirectory(folder.resolve("repository"));
        buildPackage(folder);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.create(anyPort, 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(
                system.resolve("etc/apt/sources.list"),
                "deb [trusted=yes] http://reader:%s@127.0.0.1:%d/ ./\n"
                        .formatted(PASSWORD, server.getAddress().getPort()));
        settings =
                Files.writeString(
                        folder.resolve("apt.conf"),
                        """
                        Dir "%1$s";
                        Dir::State::status "%1$s/var/lib/dpkg/status";
                        APT::Sandbox::User "root";
                        Acquire::Retries "0";
                        Acquire::http::Pipeline-Depth "0";
                        DPkg::Options { "--root=%1$s"; "--force-not-root"; };
                        """
                                .formatted(system));
    }

    private void buildPackage(Path folder) throws Exception {
        Path content = folder.resolve("content");
        Files.createDirectories(content.resolve("opt"));
        Files.writeString(content.resolve("opt/tool"), "a tool");
        Files.createDirectory(content.resolve("DEBIAN"));
        Files.writeString(content.resolve("DEBIAN/control"), CONTROL);
        Path file = repository.resolve("tool.deb");
        BootSuite.run(
                "dpkg-deb", "--root-owner-group", "--build", content.toString(), file.toString());
        String sum = BootSuite.run("sha256sum", file.toString()).split(" ", 2)[0];
        Files.writeString(
                repository.resolve("Packages"),
                "%sFilename: ./tool.deb\nSize: %d\nSHA256: %s\n"
                        .formatted(CONTROL, Files.size(file), sum));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file =
                    repository.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
            if (!answers.getAsBoolean()) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            }
        }
    }

    /** Lets the repository answer as long as, or as soon as, a condition holds. */
    void answersWhen(BooleanSupplier condition) {
        answers = condition;
    }

    /** Returns what makes programs take the folder for the system. */
    Map<String, String> environment() {
        return Map.of(
                "APT_CONFIG", settings.toString(),
                "DPKG_ADMINDIR", system.resolve("var/lib/dpkg").toString());
    }

    /** Holds one of the locks of apt-get and dpkg, as another program that installs something. */
    void lock(String file) throws IOException {
        locked =
                FileChannel.open(
                        system.resolve(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        locked.lock();
    }

    void unlock() throws IOException {
        if (locked != null) {
            locked.close();
        }
    }

    /** Nobody answers any more, and nothing is locked. */
    @Override
    public void close() throws IOException {
        unlock();
        server.stop(0);
    }
}
