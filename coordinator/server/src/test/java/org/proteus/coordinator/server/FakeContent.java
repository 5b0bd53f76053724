package org.proteus.coordinator.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.model.protocol.ContentExchange;
import org.proteus.foundation.model.protocol.TaskKey;

/** Content that is held in memory for leases; any other lease is stale. */
final class FakeContent implements ContentExchange {

    final Map<TaskKey, byte[]> held = new ConcurrentHashMap<>();

    @Override
    public InputStream open(TaskKey key) throws IOException {
        if (!held.containsKey(key)) {
            throw new IOException("stale lease");
        }
        return new ByteArrayInputStream(held.get(key));
    }

    @Override
    public void put(TaskKey key, InputStream result) throws IOException {
        open(key).close();
        held.put(key, result.readAllBytes());
    }
}
