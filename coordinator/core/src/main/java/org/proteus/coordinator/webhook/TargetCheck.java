package org.proteus.coordinator.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.proteus.coordinator.WebhookTargets;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.net.PublicAddress;

/** Keeps webhooks from reaching what only this machine and its networks should. Thread-safe. */
public final class TargetCheck {

    private static final int LONGEST = 2000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final WebhookTargets targets;

    /** Creates the check. */
    public TargetCheck(WebhookTargets targets) {
        this.targets = targets;
    }

    /**
     * Reads an address and resolves it to where it leads now.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if it is none, or not allowed
     */
    public Target resolve(String url) {
        URI uri = parse(url);
        InetAddress[] addresses = addresses(uri);
        if (!targets.names(uri)) {
            requirePublic(uri, addresses);
        }
        return new Target(uri, addresses[0]);
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean complete =
                    SCHEMES.contains(String.valueOf(uri.getScheme()))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && url.length() <= LONGEST;
            if (complete && uri.toASCIIString().equals(url)) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            throw new ProteusException(notAnAddress(), unreadable);
        }
        throw new ProteusException(notAnAddress());
    }

    /** The text itself is not repeated: it may hold a password. */
    private static Problem notAnAddress() {
        return new Problem(
                ErrorCode.BAD_REQUEST,
                "the webhook's url is no complete https or http address, or holds a user or a"
                        + " fragment",
                "write it as https://host/path");
    }

    private static InetAddress[] addresses(URI uri) {
        String host = uri.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.getAllByName(bare);
        } catch (UnknownHostException unknown) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "the webhook's host " + host + " has no address",
                            "check its name"),
                    unknown);
        }
    }

    private void requirePublic(URI uri, InetAddress[] addresses) {
        boolean fine =
                targets.anyPublic()
                        && uri.getScheme().equals("https")
                        && Arrays.stream(addresses).allMatch(PublicAddress::isPublic);
        if (!fine) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "a webhook may not go to " + uri.getScheme() + "://" + uri.getHost(),
                    targets.anyPublic()
                            ? "use https to a public address, or let the operator add it to"
                                    + " webhooks.allow"
                            : "let the operator add it to webhooks.allow");
        }
    }

    /**
     * Where a webhook goes.
     *
     * @param uri its address
     * @param address what its host was resolved to when it was checked
     */
    public record Target(URI uri, InetAddress address) {}
}
