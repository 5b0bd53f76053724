package org.proteus.graph.publish;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.contract.TestDocument;

/** Publishes as fast as it can and says what was acknowledged, until it is killed. */
final class KilledPublisher {

    private KilledPublisher() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        FolderStore store = FolderStore.open(Path.of(arguments[0]), InstantSource.system());
        Publishing publishing = Publishing.open(store, new ProgramRegistry(List.of()));
        int start = Integer.parseInt(arguments[1]);
        for (int i = start; true; i++) {
            String id = "p" + i % 5;
            publishing.publish(
                    TestDocument.of(id, "v" + i, "image/png", "image/gif"),
                    id,
                    new Expected.Anything());
            out.println(id + " v" + i);
        }
    }
}
