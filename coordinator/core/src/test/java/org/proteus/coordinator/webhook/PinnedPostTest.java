package org.proteus.coordinator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real servers, with and without TLS. */
class PinnedPostTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir private Path folder;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private static TargetCheck.Target target(String scheme, String host, int port) {
        return new TargetCheck.Target(
                URI.create(scheme + "://" + host + ":" + port + "/hook"),
                InetAddress.getLoopbackAddress());
    }

    /** Makes a certificate for a name that no resolver knows, as keytool does. */
    private KeyStore certificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "hook",
                                "-dname",
                                "CN=hook.invalid",
                                "-ext",
                                "SAN=dns:hook.invalid",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory others =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    @Test
    void goesToThePinnedAddressAndChecksTheNameOfTheCertificate() throws Exception {
        SSLContext context = context(certificate());
        AtomicReference<String> body = new AtomicReference<>("");
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/hook",
                exchange -> {
                    byte[] bytes = exchange.getRequestBody().readAllBytes();
                    body.set(new String(bytes, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        int port = server.getAddress().getPort();
        byte[] message = "hello".getBytes(StandardCharsets.UTF_8);
        shakeHands(context, port);
        try (PinnedPost trusting = new PinnedPost(context.getSocketFactory(), clock);
                PinnedPost usual =
                        new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), clock)) {
            assertThat(trusting.send(target("https", "hook.invalid", port), Map.of(), message))
                    .isEqualTo(204);
            assertThat(body).hasValue("hello");
            assertThatThrownBy(() ->
                            trusting.send(
                                    target("https", "other.invalid", port), Map.of(), message))
                    .isInstanceOf(SSLException.class);
            assertThatThrownBy(() ->
                            usual.send(target("https", "hook.invalid", port), Map.of(), message))
                    .isInstanceOf(SSLException.class);
        } finally {
            server.stop(0);
        }
    }

    /** What the first handshake loads takes a slow machine longer than a receiver is given. */
    private static void shakeHands(SSLContext context, int port) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (SSLSocket first = (SSLSocket) context.getSocketFactory().createSocket(here, port)) {
            first.startHandshake();
        }
    }

    @Test
    void readsNoMoreThanALineOfWhatIsNoHttp() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PinnedPost post =
                        new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), clock)) {
            Thread.ofVirtual().start(() -> babble(listener));
            assertThatThrownBy(() ->
                            post.send(
                                    target("http", "hook.invalid", listener.getLocalPort()),
                                    Map.of(),
                                    new byte[0]))
                    .isInstanceOf(IOException.class);
        }
    }

    private static void babble(ServerSocket listener) {
        byte[] noise = "x".repeat(4096).getBytes(StandardCharsets.US_ASCII);
        try (Socket client = listener.accept()) {
            while (true) {
                client.getOutputStream().write(noise);
            }
        } catch (IOException cut) {
            // As it should be.
        }
    }

    @Test
    void isCutOffWhenItIsClosed() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PinnedPost post =
                    new PinnedPost((SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
            Thread.ofVirtual()
                    .start(() -> {
                        try (Socket client = listener.accept()) {
                            client.getInputStream().read();
                            post.close();
                        } catch (IOException cut) {
                            // As it should be.
                        }
                    });
            assertThatThrownBy(() ->
                            post.send(
                                    target("http", "hook.invalid", listener.getLocalPort()),
                                    Map.of(),
                                    new byte[0]))
                    .isInstanceOf(IOException.class);
        }
    }
}
