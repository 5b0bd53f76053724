package org.proteus.coordinator.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** Writes down the orders to the only worker there is, {@code w1}. */
final class RecordedOrders implements WorkerOrders {

    final List<String> given = new CopyOnWriteArrayList<>();

    @Override
    public void drain(String worker) {
        give("drain", worker);
    }

    @Override
    public void suspend(String worker) {
        give("suspend", worker);
    }

    @Override
    public void resume(String worker) {
        give("resume", worker);
    }

    private void give(String order, String worker) {
        if (!worker.equals("w1")) {
            throw new ProteusException(
                    ErrorCode.NOT_FOUND, "there is no such worker", "List the workers");
        }
        given.add(order + " " + worker);
    }
}
