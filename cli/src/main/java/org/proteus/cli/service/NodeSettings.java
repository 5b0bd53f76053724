package org.proteus.cli.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.cli.config.SettingsFile;
import org.proteus.coordinator.node.BootSettings;

/**
 * What machines need that pools make for workers.
 *
 * @param archive the archive that they fetch
 * @param boot how they reach their coordinators
 */
public record NodeSettings(Path archive, BootSettings boot) {

    /**
     * Returns the settings, if there are any.
     *
     * @throws IllegalArgumentException if they are incomplete or out of range
     */
    static Optional<NodeSettings> of(SettingsFile file) {
        return file.path("nodes.archive")
                .map(archive ->
                        new NodeSettings(
                                archive,
                                new BootSettings(
                                        file.value("nodes.url", "a URL", NodeSettings::urls),
                                        file.flag("nodes.insecure-http"))));
    }

    private static List<URI> urls(String text) {
        return Stream.of(text.split("[\\s,]+"))
                .filter(url -> !url.isEmpty())
                .map(URI::create)
                .toList();
    }
}
