package org.proteus.data.memory;

import java.util.Map;
import java.util.stream.Collectors;
import org.proteus.data.DataSink;
import org.proteus.data.Segments;
import org.proteus.data.contract.DataSinkContract;

class MemorySinkTest extends DataSinkContract {

    private final MemoryPlace place = new MemoryPlace();

    @Override
    protected DataSink sink() {
        return place;
    }

    @Override
    protected Map<String, byte[]> stored() {
        return place.objects().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                object -> Segments.readable(object.getKey()), Map.Entry::getValue));
    }
}
