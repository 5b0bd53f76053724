package org.proteus.coordinator.node;

import java.util.List;

/**
 * What the nodes of a pool shall be like.
 *
 * @param slots tasks that a worker runs at once; 0: one for each core
 * @param packages Debian packages that a node installs before its worker starts
 */
public record NodeWishes(int slots, List<String> packages) {

    /**
     * By Debian policy 5.6.1, with an optional version (5.6.12). None may end in a hyphen: apt-get
     * would take that as an order to remove the package.
     */
    private static final String PACKAGE =
            "[a-z0-9][a-z0-9+.-]*[a-z0-9+.](=[A-Za-z0-9.+:~-]*[A-Za-z0-9.+~])?";

    /**
     * @throws IllegalArgumentException if a value is out of range; the message names it
     */
    public NodeWishes {
        packages = List.copyOf(packages);
        if (slots < 0) {
            throw new IllegalArgumentException("slots must be at least 0, found " + slots);
        }
        packages.stream()
                .filter(name -> !name.matches(PACKAGE))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("'" + name + "' is no Debian package");
                });
    }
}
