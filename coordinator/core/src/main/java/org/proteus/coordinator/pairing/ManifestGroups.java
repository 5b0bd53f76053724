package org.proteus.coordinator.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.job.ElementState;

/**
 * Objects belong together that a manifest lists in one line. An object may stand in several lines.
 */
final class ManifestGroups implements Grouping {

    private final SourceEntry file;
    private final Manifest manifest;
    private final Set<Open> open = new LinkedHashSet<>();
    private final Map<String, List<Open>> wanted = new HashMap<>();

    /** A line and what of its group has come. */
    private static final class Open {
        private final ManifestLine line;
        private final int use;
        private final SourceEntry[] there;
        private int missing;

        /**
         * @param use how many lines with the same main object come before
         */
        Open(ManifestLine line, int use) {
            this.line = line;
            this.use = use;
            this.there = new SourceEntry[line.inputs().size()];
            this.missing = there.length;
        }

        void add(SourceEntry entry) {
            there[line.inputs().indexOf(entry.name())] = entry;
            missing--;
        }
    }

    /**
     * @param file the manifest's own entry
     */
    ManifestGroups(SourceEntry file, Manifest manifest) {
        this.file = file;
        this.manifest = manifest;
        Map<String, Integer> uses = new HashMap<>();
        for (ManifestLine line : manifest.groups()) {
            Open group = new Open(line, uses.merge(line.inputs().getFirst(), 1, Integer::sum) - 1);
            open.add(group);
            for (String name : line.inputs()) {
                wanted.computeIfAbsent(name, n -> new ArrayList<>(1)).add(group);
            }
        }
    }

    @Override
    public void take(SourceEntry entry, Consumer<Found> complete) {
        if (entry.entry().equals(file.entry())) {
            return;
        }
        List<Open> groups = wanted.remove(entry.name());
        if (groups == null) {
            complete.accept(
                    Found.passedOver(
                            entry,
                            "the manifest '" + file.name() + "' does not list it",
                            "nothing has to be done"));
            return;
        }
        for (Open group : groups) {
            group.add(entry);
            if (group.missing == 0) {
                open.remove(group);
                complete.accept(found(group, group.there[0]));
            }
        }
    }

    @Override
    public void end(Consumer<Found> incomplete) {
        manifest.broken().forEach(line -> incomplete.accept(broken(line)));
        open.forEach(group -> incomplete.accept(lacking(group)));
    }

    private Found found(Open group, SourceEntry main) {
        List<SourceEntry> partners =
                Stream.of(group.there).skip(1).filter(Objects::nonNull).toList();
        String key = group.use == 0 ? main.entry() : main.entry() + "\n" + group.use;
        String name = group.line.output().orElse(main.name());
        return new Found(main, partners, key, name, Optional.empty());
    }

    private Found lacking(Open group) {
        SourceEntry main =
                group.there[0] != null
                        ? group.there[0]
                        : standIn(group.line.number(), group.line.inputs().getFirst());
        List<String> missing =
                IntStream.range(0, group.there.length)
                        .filter(i -> group.there[i] == null)
                        .mapToObj(i -> "'" + group.line.inputs().get(i) + "'")
                        .toList();
        return found(group, main)
                .lacking(
                        "line %d of '%s': the source holds no %s"
                                .formatted(
                                        group.line.number(),
                                        file.name(),
                                        String.join(" and no ", missing)),
                        "add what is missing, or correct the line, and submit again");
    }

    private Found broken(Manifest.BrokenLine line) {
        String name = file.name() + " line " + line.number();
        return Found.alone(standIn(line.number(), name))
                .ending(
                        ElementState.REFUSED,
                        ErrorCode.BAD_REQUEST,
                        "line %d of '%s': %s".formatted(line.number(), file.name(), line.reason()),
                        "correct the line and submit again");
    }

    /** Stands for an object that is not there. */
    private SourceEntry standIn(int line, String name) {
        return new SourceEntry(file.entry() + "#" + line, name, -1, "", Optional.empty());
    }
}
