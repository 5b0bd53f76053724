package org.proteus.cli.command;

import java.util.List;
import java.util.function.BiConsumer;
import org.proteus.cli.backend.Backend;
import org.proteus.cli.output.WorkerText;
import org.proteus.cli.remote.RemoteBackend;
import org.proteus.cli.remote.RemoteWorkers;
import org.proteus.coordinator.WorkerOrders;
import org.proteus.foundation.model.job.WorkerView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The workers of a server. */
@Command(
        name = "workers",
        mixinStandardHelpOptions = true,
        description = "Lists the workers of a server, or orders one about.")
public final class WorkersCommand {

    @Command(name = "list", mixinStandardHelpOptions = true, description = "The live workers.")
    int list(@Mixin ServerOptions server, @Mixin OutputOptions output) {
        try (Backend backend = RemoteBackend.of(server.serverOrLocal())) {
            List<WorkerView> workers = backend.jobs().workers();
            if (output.json()) {
                output.printer().json(workers);
            } else {
                workers.forEach(worker -> output.printer().line(WorkerText.row(worker)));
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "drain",
            mixinStandardHelpOptions = true,
            description = "Lets a worker finish what it has, take no more and end.")
    int drain(
            @Mixin OperatorOptions operator,
            @Parameters(paramLabel = "ID", description = "Id of the worker.") String id) {
        return order(operator, WorkerOrders::drain, id);
    }

    @Command(
            name = "suspend",
            mixinStandardHelpOptions = true,
            description = {
                "Stops the programs of a worker where they are and lets it take no more;",
                "its tasks stay its own, and their time limits stand still."
            })
    int suspend(
            @Mixin OperatorOptions operator,
            @Parameters(paramLabel = "ID", description = "Id of the worker.") String id) {
        return order(operator, WorkerOrders::suspend, id);
    }

    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Lets a suspended worker go on.")
    int resume(
            @Mixin OperatorOptions operator,
            @Parameters(paramLabel = "ID", description = "Id of the worker.") String id) {
        return order(operator, WorkerOrders::resume, id);
    }

    private static int order(
            OperatorOptions operator, BiConsumer<WorkerOrders, String> order, String worker) {
        try (RemoteWorkers workers =
                new RemoteWorkers(operator.serverOrLocal(), operator.tokenFile())) {
            order.accept(workers, worker);
            return ExitCodes.DONE;
        }
    }
}
