package org.proteus.coordinator.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.proteus.data.SourceEntry;
import org.proteus.foundation.model.job.NamePattern;
import org.proteus.foundation.model.job.Pairing;

/**
 * Objects belong together by their names. A partner whose pattern has fewer placeholders than the
 * main one belongs to every main object with the same values; such a partner is kept to the end.
 *
 * <p>Without a {@code /} in any pattern each folder is looked at by itself; otherwise the patterns
 * are of whole names below the source. A name that fits several patterns counts for the strictest.
 */
final class PatternGroups implements Grouping {

    /** A pattern and whether what fits it belongs to one main object only. */
    private record Role(int number, NamePattern pattern, boolean shared) {}

    private final List<Role> byStrictness;
    private final List<Role> partners;
    private final NamePattern mainPattern;
    private final boolean wholeNames;
    private final Room room;
    private final Set<OpenGroup> open = new LinkedHashSet<>();
    private final Map<String, List<OpenGroup>> wanted = new HashMap<>();
    private final Map<String, SourceEntry> spare = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    PatternGroups(Pairing.ByPattern pairing, Room room) {
        List<NamePattern> patterns = pairing.patterns();
        mainPattern = patterns.getFirst();
        List<Role> roles =
                IntStream.range(0, patterns.size())
                        .mapToObj(i -> role(i, patterns.get(i)))
                        .toList();
        partners = roles.subList(1, roles.size());
        byStrictness =
                roles.stream()
                        .sorted(Comparator.comparingInt((Role r) -> -r.pattern().strictness()))
                        .toList();
        wholeNames = patterns.stream().anyMatch(NamePattern::hasFolders);
        this.room = room;
    }

    private Role role(int number, NamePattern pattern) {
        boolean all = pattern.placeholders().equals(mainPattern.placeholders());
        return new Role(number, pattern, !all);
    }

    @Override
    public void take(SourceEntry entry, Consumer<Found> complete) {
        String folder = folder(entry.name());
        String name = entry.name().substring(folder.length());
        for (Role role : byStrictness) {
            Optional<Map<String, String>> values = role.pattern().match(name);
            if (values.isPresent()) {
                room.enter();
                if (role.number() == 0) {
                    main(entry, folder, values.get(), complete);
                } else {
                    partner(entry, role, complete);
                }
                return;
            }
        }
        complete.accept(
                Found.passedOver(
                        entry,
                        "its name fits no pattern of the pairing",
                        "nothing has to be done"));
    }

    private String folder(String name) {
        return wholeNames ? "" : name.substring(0, name.lastIndexOf('/') + 1);
    }

    private void main(
            SourceEntry entry, String folder, Map<String, String> values, Consumer<Found> to) {
        List<String> names =
                partners.stream().map(role -> folder + role.pattern().fill(values)).toList();
        OpenGroup group = new OpenGroup(entry, names);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            boolean shared = partners.get(i).shared();
            SourceEntry there = shared ? spare.get(name) : spare.remove(name);
            if (there != null) {
                group.add(there);
            } else if (group.lacks(i)) {
                wanted.computeIfAbsent(name, n -> new ArrayList<>(1)).add(group);
            }
            if (shared && there != null) {
                used.add(name);
            }
        }
        open.add(group);
        giveIfComplete(group, to);
    }

    private void partner(SourceEntry entry, Role role, Consumer<Found> to) {
        List<OpenGroup> waiting =
                Optional.ofNullable(wanted.remove(entry.name())).orElse(List.of());
        for (OpenGroup group : waiting) {
            group.add(entry);
            giveIfComplete(group, to);
        }
        if (role.shared() || waiting.isEmpty()) {
            spare.put(entry.name(), entry);
        }
        if (role.shared() && !waiting.isEmpty()) {
            used.add(entry.name());
        }
    }

    private void giveIfComplete(OpenGroup group, Consumer<Found> to) {
        if (!group.isComplete()) {
            return;
        }
        open.remove(group);
        room.leave(1 + (int) partners.stream().filter(role -> !role.shared()).count());
        to.accept(group.found());
    }

    @Override
    public void end(Consumer<Found> incomplete) {
        open.forEach(group -> incomplete.accept(lacking(group)));
        spare.forEach((name, entry) -> {
            if (!used.contains(name)) {
                incomplete.accept(orphan(entry));
            }
        });
    }

    private static Found lacking(OpenGroup group) {
        List<String> missing =
                IntStream.range(0, group.names().size())
                        .filter(i -> group.lacks(i))
                        .mapToObj(i -> "'" + group.names().get(i) + "'")
                        .toList();
        return group.found()
                .lacking(
                        "the source holds no " + String.join(" and no ", missing),
                        "add what is missing and submit again");
    }

    private Found orphan(SourceEntry entry) {
        String folder = folder(entry.name());
        String name = entry.name().substring(folder.length());
        String expected =
                partners.stream()
                        .filter(role -> !role.shared())
                        .flatMap(role -> role.pattern().match(name).stream())
                        .findFirst()
                        .map(values -> "'" + folder + mainPattern.fill(values) + "'")
                        .orElse("object '" + mainPattern + "' that it belongs to");
        return Found.alone(entry)
                .lacking("the source holds no " + expected, "add what is missing and submit again");
    }
}
