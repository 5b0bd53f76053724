package org.proteus.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.proteus.coordinator.store.Database;

/** A coordinator may be started before its database. */
final class LateDatabaseTest {

    @Test
    void aServerThatStartsIsWaitedFor() throws Exception {
        int port = freePort();
        String url = "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
        CompletableFuture<Database> opening =
                CompletableFuture.supplyAsync(() -> Database.atUrl(url));
        try (EmbeddedPostgres late = EmbeddedPostgres.builder().setPort(port).start();
                Database database = opening.join()) {
            assertThat(late.getPort()).isEqualTo(port);
            assertThat(database.<Long>read(Database::now)).isPositive();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
