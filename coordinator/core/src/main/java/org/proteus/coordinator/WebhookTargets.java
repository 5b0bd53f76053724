package org.proteus.coordinator;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where webhooks may go, since users choose it.
 *
 * @param anyPublic whether any https address of the public internet will do
 * @param allowed further addresses, each with all that lies below it, wherever they lead
 */
public record WebhookTargets(boolean anyPublic, List<URI> allowed) {

    /** Any public https address. */
    public static final WebhookTargets DEFAULT = new WebhookTargets(true, List.of());

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * @throws IllegalArgumentException if an address is not one; the message names it
     */
    public WebhookTargets {
        allowed = List.copyOf(allowed);
        for (URI uri : allowed) {
            if (!SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
                throw new IllegalArgumentException(
                        "webhooks.allow must hold addresses such as https://host/path/, found "
                                + uri);
            }
        }
    }

    /** Whether an address is or lies below one that is allowed by name. */
    public boolean names(URI target) {
        return allowed.stream().anyMatch(uri -> covers(uri, target.normalize()));
    }

    private static boolean covers(URI allowed, URI target) {
        String below = path(allowed).endsWith("/") ? path(allowed) : path(allowed) + "/";
        return allowed.getScheme().equals(target.getScheme())
                && host(allowed).equals(host(target))
                && port(allowed) == port(target)
                && (path(target).equals(path(allowed)) || path(target).startsWith(below))
                && !path(target).contains("/..");
    }

    private static String host(URI uri) {
        return Objects.requireNonNull(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** Returns the port of an address, the usual one of its scheme when it names none. */
    public static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equals("https") ? 443 : 80;
    }
}
