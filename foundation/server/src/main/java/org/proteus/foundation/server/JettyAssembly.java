package org.proteus.foundation.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Puts Jetty together: threads, one connector, and the chain of handlers before the servlets. */
final class JettyAssembly {

    /** Selectors and acceptors; requests have virtual threads of their own. */
    private static final int PLATFORM_THREADS = 16;

    /** A body that trickles in more slowly than this only holds a connection, in bytes a second. */
    private static final int SLOWEST_BODY = 64;

    private JettyAssembly() {}

    static Server of(HttpSettings settings, Handler faces) {
        QueuedThreadPool threads = new QueuedThreadPool(PLATFORM_THREADS, 2);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
        Server server = new Server(threads);
        server.setErrorHandler(new ProblemPages());
        server.setStopTimeout(settings.drainTimeout().toMillis());
        server.addConnector(connector(server, settings));
        server.addBean(new NetworkConnectionLimit(settings.maxConnections(), server));
        boolean loopback = addressOf(settings).isLoopbackAddress();
        server.setHandler(
                new RequestTrace(
                        new GracefulHandler(
                                new BrowserGuard(
                                        limited(settings, faces),
                                        loopback,
                                        settings.hostNames()))));
        return server;
    }

    private static Handler limited(HttpSettings settings, Handler faces) {
        SizeLimitHandler limit = new SizeLimitHandler(settings.maxBodyBytes(), -1);
        limit.setHandler(new MinimumDataRateHandler(faces, SLOWEST_BODY, 0));
        return limit;
    }

    private static ServerConnector connector(Server server, HttpSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(settings.maxHeaderBytes());
        // TLS is one more connection factory in front of this one.
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        return connector;
    }

    static void start(Server server, HttpSettings settings) {
        try {
            server.start();
        } catch (Exception failed) {
            stop(server, failed);
            throw new ProteusException(problem(settings, failed), failed);
        }
    }

    private static void stop(Server server, Exception failed) {
        try {
            server.stop();
        } catch (Exception second) {
            failed.addSuppressed(second);
        }
    }

    static InetAddress addressOf(HttpSettings settings) {
        try {
            return InetAddress.getByName(settings.bind());
        } catch (UnknownHostException unknown) {
            Problem problem =
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "there is no address for server.bind '" + settings.bind() + "'",
                            "Use 127.0.0.1 for this machine alone, 0.0.0.0 for every network");
            throw new ProteusException(problem, unknown);
        }
    }

    private static Problem problem(HttpSettings settings, Exception failed) {
        String place = "port " + settings.port() + " of " + settings.bind();
        String text = text(failed);
        if (text.contains("permission denied")) {
            return new Problem(
                    ErrorCode.IN_USE,
                    place + " may not be opened by this user",
                    "Choose a port of 1024 or above");
        }
        if (text.contains("assign requested address")) {
            return new Problem(
                    ErrorCode.BAD_REQUEST,
                    settings.bind() + " is not an address of this machine",
                    "Use 127.0.0.1 for this machine alone, 0.0.0.0 for every network");
        }
        if (failed instanceof BindException || failed.getCause() instanceof BindException) {
            return new Problem(
                    ErrorCode.IN_USE,
                    place + " is taken by another process",
                    "Stop that process or choose another port");
        }
        return failed instanceof IOException
                ? Problem.of(ErrorCode.UNAVAILABLE, "cannot listen on " + place)
                : Problem.of(ErrorCode.INTERNAL, "the server did not start");
    }

    /** Jetty puts the reason of the system into the cause, and only there tells cases apart. */
    private static String text(Exception failed) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failed; t != null; t = t.getCause()) {
            text.append(t.getMessage()).append(' ');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
