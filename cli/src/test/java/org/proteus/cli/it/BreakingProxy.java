package org.proteus.cli.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, and cuts the first connections when the server has
 * answered, before the client hears of it.
 */
final class BreakingProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final URI server;
    private final AtomicInteger cuts;

    /** Creates a proxy that cuts as many connections. */
    BreakingProxy(URI server, int cuts) throws IOException {
        this.server = server;
        this.cuts = new AtomicInteger(cuts);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Returns how many connections are still to be cut. */
    int cutsLeft() {
        return Math.max(0, cuts.get());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(server.getHost(), server.getPort())) {
            Thread.ofVirtual().start(() -> copy(client, behind));
            InputStream answer = behind.getInputStream();
            int first = answer.read();
            if (first < 0 || cuts.getAndDecrement() > 0) {
                return;
            }
            OutputStream out = client.getOutputStream();
            out.write(first);
            answer.transferTo(out);
        } catch (IOException broken) {
            // One of the two hung up.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // One of the two hung up.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
