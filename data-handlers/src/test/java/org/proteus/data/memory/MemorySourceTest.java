package org.proteus.data.memory;

import org.proteus.data.DataSource;
import org.proteus.data.Segments;
import org.proteus.data.contract.DataSourceContract;

class MemorySourceTest extends DataSourceContract {

    private final MemoryPlace place = new MemoryPlace();

    @Override
    protected void put(String path, byte[] content) {
        place.objects().put(Segments.encodePath(path), content);
    }

    @Override
    protected DataSource source(boolean recursive) {
        return place.source(recursive);
    }
}
