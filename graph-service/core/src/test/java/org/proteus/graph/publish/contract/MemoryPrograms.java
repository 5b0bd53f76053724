package org.proteus.graph.publish.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.foundation.model.Bytes;
import org.proteus.graph.publish.ProgramStore;
import org.proteus.graph.publish.ProgramVersion;

/** Published documents in memory, for tests. */
public final class MemoryPrograms implements ProgramStore {

    private final Map<String, List<ProgramVersion>> versions = new TreeMap<>();
    private final Map<String, String> current = new HashMap<>();
    private final Map<String, Bytes> documents = new HashMap<>();
    private long edition;

    @Override
    public synchronized long edition() {
        return edition;
    }

    @Override
    public synchronized State load() {
        return new State(
                edition,
                versions.keySet().stream()
                        .flatMap(id -> versions(id).stream().filter(ProgramVersion::current))
                        .toList());
    }

    @Override
    public synchronized List<ProgramVersion> versions(String id) {
        return versions.getOrDefault(id, List.of()).stream()
                .map(one ->
                        new ProgramVersion(
                                id,
                                one.version(),
                                one.checksum(),
                                one.published(),
                                one.version().equals(current.get(id))))
                .toList();
    }

    @Override
    public synchronized Optional<Bytes> document(String id, String version) {
        return Optional.ofNullable(documents.get(id + "/" + version));
    }

    @Override
    public synchronized boolean publish(NewVersion version, long seen) {
        if (seen != edition) {
            return false;
        }
        String id = version.id();
        if (documents.putIfAbsent(id + "/" + version.version(), version.document()) == null) {
            versions.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(
                            new ProgramVersion(
                                    id,
                                    version.version(),
                                    version.checksum(),
                                    Instant.now(),
                                    false));
        }
        current.put(id, version.version());
        edition++;
        return true;
    }

    @Override
    public synchronized boolean withdraw(String id, long seen) {
        if (seen != edition) {
            return false;
        }
        current.remove(id);
        edition++;
        return true;
    }
}
