package org.proteus.coordinator.node;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The user data of nodes: a shell script that makes a machine a worker. It fetches the archive from
 * a coordinator, so the machine needs no Java. Thread-safe.
 */
public final class BootScripts {

    private static final String TEMPLATE = template();

    /** A machine tries to install for this part of its boot time, so that it can say why not. */
    private static final int PATIENCE_PARTS = 2;

    private final BootSettings settings;
    private final WorkerArchive archive;

    /** Creates the scripts for nodes that fetch this archive. */
    public BootScripts(BootSettings settings, WorkerArchive archive) {
        this.settings = settings;
        this.archive = archive;
    }

    /** Returns the script of one node; it holds the node's one-time token and no other secret. */
    public String of(JoinToken token, String pool, NodeWishes wishes) {
        long patience = token.within().toSeconds() / PATIENCE_PARTS;
        Map<String, String> values =
                Map.of(
                        "@node@", token.node(),
                        "@pool@", pool,
                        "@token@", token.value(),
                        "@coordinators@",
                                settings.coordinators().stream()
                                        .map(URI::toString)
                                        .map(url -> url.replaceAll("/+$", ""))
                                        .collect(joining(" ")),
                        "@insecure@", settings.insecure() ? "--insecure-http" : "",
                        "@sha256@", archive.sha256(),
                        "@slots@", Integer.toString(wishes.slots()),
                        "@patience@", Long.toString(patience),
                        "@packages@", String.join(" ", wishes.packages()));
        String script = TEMPLATE;
        for (Map.Entry<String, String> value : values.entrySet()) {
            script = script.replace(value.getKey(), quoted(value.getValue()));
        }
        return script;
    }

    /** As the shell takes it literally. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String template() {
        try (InputStream in = BootScripts.class.getResourceAsStream("boot.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
