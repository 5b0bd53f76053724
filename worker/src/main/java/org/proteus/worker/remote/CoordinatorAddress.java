package org.proteus.worker.remote;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/**
 * Where a coordinator is.
 *
 * @param base its URL, without a slash at the end
 */
public record CoordinatorAddress(URI base) {

    /**
     * Understands the URLs of coordinators on the same database, separated by commas.
     *
     * @param insecure whether plain HTTP is allowed beyond this machine, with the token in clear
     * @throws ProteusException with {@code BAD_REQUEST} if one is no such URL, or is not safe
     */
    public static List<CoordinatorAddress> all(String urls, boolean insecure) {
        return Stream.of(urls.split(",", -1)).map(url -> of(url.strip(), insecure)).toList();
    }

    /**
     * Understands the URL of a coordinator.
     *
     * @param insecure whether plain HTTP is allowed beyond this machine, with the token in clear
     * @throws ProteusException with {@code BAD_REQUEST} if it is no such URL, or is not safe
     */
    public static CoordinatorAddress of(String url, boolean insecure) {
        URI uri = parsed(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || uri.getHost() == null) {
            throw refused("is not an http or https URL", "write it like https://host:8443");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getFragment() != null) {
            throw refused("has more than host, port and path", "give the token in a file");
        }
        if (scheme.equals("http") && !insecure && !isLoopback(uri.getHost())) {
            throw refused(
                    "is plain HTTP to another machine, which would send the token in clear",
                    "use https, a tunnel to localhost, or allow insecure HTTP on a network you"
                            + " trust");
        }
        String path = uri.getRawPath().replaceAll("/+$", "");
        return new CoordinatorAddress(URI.create(scheme + "://" + uri.getRawAuthority() + path));
    }

    /** Returns the URL of an endpoint below {@code /work/v1/}. */
    URI endpoint(String name) {
        return URI.create(base + "/work/v1/" + name);
    }

    private static URI parsed(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw refused("is malformed", "write it like https://host:8443");
        }
    }

    /** By the text alone: what a name server says may change. */
    private static boolean isLoopback(String host) {
        String plain = host.replaceAll("^\\[|\\]$", "");
        return plain.equalsIgnoreCase("localhost")
                || (isLiteral(plain) && InetAddress.ofLiteral(plain).isLoopbackAddress());
    }

    private static boolean isLiteral(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static ProteusException refused(String why, String action) {
        return new ProteusException(
                ErrorCode.BAD_REQUEST, "the coordinator's address " + why, action);
    }
}
