package org.proteus.coordinator.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.proteus.coordinator.WebhookTargets;

/**
 * Posts to the very address that was checked, so that no name can lead elsewhere afterwards.
 * Follows nothing, and reads no more than the status. Thread-safe.
 */
final class PinnedPost implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofSeconds(15);
    private static final int LONGEST_LINE = 1000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private final SSLSocketFactory tls;
    private final ScheduledExecutorService clock;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /**
     * Creates a sender.
     *
     * @param clock cuts off receivers that take too long
     */
    PinnedPost(SSLSocketFactory tls, ScheduledExecutorService clock) {
        this.tls = tls;
        this.clock = clock;
    }

    /**
     * Sends one message.
     *
     * @return the status of the answer
     * @throws IOException if the receiver cannot be reached, or does not answer in HTTP and time
     */
    int send(TargetCheck.Target target, Map<String, String> headers, byte[] body)
            throws IOException {
        try (Socket plain = new Socket()) {
            open.add(plain);
            ScheduledFuture<?> cut =
                    clock.schedule(() -> cut(plain), IN_ALL.toMillis(), TimeUnit.MILLISECONDS);
            try {
                int port = WebhookTargets.port(target.uri());
                InetSocketAddress end = new InetSocketAddress(target.address(), port);
                plain.connect(end, (int) CONNECT.toMillis());
                plain.setSoTimeout((int) IN_ALL.toMillis());
                return exchange(plain, target.uri(), headers, body);
            } finally {
                cut.cancel(false);
                open.remove(plain);
            }
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }

    private int exchange(Socket plain, URI uri, Map<String, String> headers, byte[] body)
            throws IOException {
        if (!uri.getScheme().equals("https")) {
            return post(plain, uri, headers, body);
        }
        int port = WebhookTargets.port(uri);
        try (SSLSocket secured = (SSLSocket) tls.createSocket(plain, uri.getHost(), port, true)) {
            SSLParameters parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return post(secured, uri, headers, body);
        }
    }

    private static int post(Socket socket, URI uri, Map<String, String> headers, byte[] body)
            throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head(uri, headers, body.length).getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return status(new BufferedInputStream(socket.getInputStream(), LONGEST_LINE));
    }

    private static String head(URI uri, Map<String, String> headers, int length) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        StringBuilder head = new StringBuilder();
        head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(uri.getRawAuthority()).append("\r\n");
        head.append("Connection: close\r\n");
        head.append("Content-Length: ").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (read.length() == LONGEST_LINE) {
                throw new IOException("it does not answer in HTTP");
            }
            read.append((char) next);
        }
        Matcher status = STATUS.matcher(read.toString().strip());
        if (!status.matches()) {
            throw new IOException("it does not answer in HTTP");
        }
        return Integer.parseInt(status.group(1));
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        open.forEach(PinnedPost::cut);
    }
}
