package org.proteus.coordinator.node;

import java.net.URI;
import java.util.List;

/**
 * How nodes reach their coordinators.
 *
 * @param coordinators URLs of coordinators on this database, as nodes see them; at least one
 * @param insecure whether tokens may travel over plain HTTP
 */
public record BootSettings(List<URI> coordinators, boolean insecure) {

    /**
     * @throws IllegalArgumentException if an URL will not do; the message names it
     */
    public BootSettings {
        coordinators = List.copyOf(coordinators);
        if (coordinators.isEmpty()) {
            throw new IllegalArgumentException("nodes.url is missing: nodes must find their way");
        }
        coordinators.forEach(url -> check(url, insecure));
    }

    private static void check(URI url, boolean insecure) {
        boolean plain = "http".equals(url.getScheme());
        if (url.getHost() == null || !(plain || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("nodes.url: " + url + " is no http or https URL");
        }
        if (plain && !insecure) {
            throw new IllegalArgumentException(
                    "nodes.url: "
                            + url
                            + " would send tokens in clear; use https, or set nodes.insecure-http"
                            + " on a network that you trust");
        }
    }
}
