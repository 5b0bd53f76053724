package org.proteus.coordinator.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.proteus.data.SourceEntry;

/** Every so many objects of a folder make a group, in the order of the listing. */
final class OrderGroups implements Grouping {

    private final int count;
    private final Room room;
    private final Map<String, List<SourceEntry>> begun = new LinkedHashMap<>();

    OrderGroups(int count, Room room) {
        this.count = count;
        this.room = room;
    }

    @Override
    public void take(SourceEntry entry, Consumer<Found> complete) {
        String folder = entry.name().substring(0, entry.name().lastIndexOf('/') + 1);
        List<SourceEntry> group = begun.computeIfAbsent(folder, f -> new ArrayList<>());
        group.add(entry);
        room.enter();
        if (group.size() == count) {
            begun.remove(folder);
            room.leave(count);
            complete.accept(found(group));
        }
    }

    @Override
    public void end(Consumer<Found> incomplete) {
        for (List<SourceEntry> group : begun.values()) {
            incomplete.accept(
                    found(group)
                            .lacking(
                                    "the last group of its folder has %d of %d objects"
                                            .formatted(group.size(), count),
                                    "add what is missing, or remove what is too much, and submit"
                                            + " again"));
        }
    }

    private static Found found(List<SourceEntry> group) {
        return Found.group(group.getFirst(), group.subList(1, group.size()));
    }
}
