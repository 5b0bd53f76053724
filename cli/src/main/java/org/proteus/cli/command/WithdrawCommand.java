package org.proteus.cli.command;

import java.util.concurrent.Callable;
import org.proteus.cli.backend.PublishedBackend;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Withdraws a published program. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Withdraws a published program; a server keeps its versions, so that publishing one of",
            "them again brings it back. Without --server removes it from your own folder."
        })
final class WithdrawCommand implements Callable<Integer> {

    @Mixin private PublishingOptions where;
    @Mixin private OutputOptions output;

    @Parameters(paramLabel = "ID", description = "Id of the program.")
    private String id;

    @Override
    public Integer call() {
        try (PublishedBackend backend = where.backend()) {
            backend.withdraw(id, where.expected());
            output.printer().remark(id + " is withdrawn");
            return ExitCodes.DONE;
        }
    }
}
