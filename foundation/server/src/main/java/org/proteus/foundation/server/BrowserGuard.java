package org.proteus.foundation.server;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;

/**
 * Keeps web pages of others from using a browser on this machine as their arm: refuses host names
 * that are not ours on loopback (DNS rebinding), and changes asked for by a page of another origin.
 */
final class BrowserGuard extends Handler.Wrapper {

    private static final Pattern LOOPBACK_ADDRESS =
            Pattern.compile("127(\\.\\d{1,3}){3}|\\[?::1]?|\\[?0:0:0:0:0:0:0:1]?");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean loopback;
    private final Set<String> hostNames;

    /**
     * @param loopback whether the server listens on loopback alone
     * @param hostNames names that clients may use besides {@code localhost}
     */
    BrowserGuard(Handler next, boolean loopback, Set<String> hostNames) {
        super(next);
        this.loopback = loopback;
        this.hostNames = hostNames;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (loopback && !isOurs(Request.getServerName(request))) {
            Problem foreign =
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "this server listens on this machine only and does not answer to that"
                                    + " host name",
                            "Call it as localhost, or name the host in server.host-names");
            ProblemPages.write(
                    request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421, foreign);
            return true;
        }
        if (!HARMLESS.contains(request.getMethod()) && isCrossSite(request)) {
            Problem refused =
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "a web page of another origin may not change anything here",
                            "Call the service from a program, or from a page of its own");
            ProblemPages.write(request, response, callback, HttpStatus.FORBIDDEN_403, refused);
            return true;
        }
        return super.handle(request, response, callback);
    }

    private boolean isOurs(String name) {
        String folded = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return folded.equals("localhost")
                || LOOPBACK_ADDRESS.matcher(folded).matches()
                || hostNames.contains(folded);
    }

    /** Browsers set these headers and pages cannot; programs send none of them. */
    private static boolean isCrossSite(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        return origin != null && !isSameOrigin(origin, request);
    }

    private static boolean isSameOrigin(String origin, Request request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        int defaultPort = request.isSecure() ? 443 : 80;
        if (!origin.startsWith(scheme)) {
            return false;
        }
        try {
            HostPort theirs = new HostPort(origin.substring(scheme.length()));
            return theirs.getHost().equalsIgnoreCase(Request.getServerName(request))
                    && theirs.getPort(defaultPort) == Request.getServerPort(request);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
