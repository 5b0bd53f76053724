package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.proteus.foundation.model.job.AttemptView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service whose workers live on machines that its pool makes; a subclass says where. */
@Isolated("it kills what works")
abstract class NodeSuite {

    static final int NODES = 3;

    /** Enough that every node gets some while others still boot. */
    private static final int OBJECTS = 60;

    private static final Logger LOG = LoggerFactory.getLogger(NodeSuite.class);
    private static final Duration POLL = Duration.ofMillis(20);

    @TempDir Path folder;

    private ProteusHome home;
    private FtpPlace place;
    private Path settings;
    private int port;

    /** Moments at which the coordinator is killed, by what its log says first. */
    enum Moment {
        ROW_WRITTEN("a machine is asked for"),
        BOOTING(" boots"),
        JOINED(": joined after"),
        BUSY(""),
        DRAINING(": drains"),
        ENDING(": is ended, ");

        private final String sign;

        Moment(String sign) {
            this.sign = sign;
        }

        private void await(RunningService service, String job) {
            Awaitility.await()
                    .atMost(RunningService.LONG)
                    .pollInterval(POLL)
                    .until(() ->
                            sign.isEmpty()
                                    ? service.job(job).endedElements() > 0
                                    : service.process().err().contains(sign));
        }
    }

    /** Returns the address by which machines reach this one. */
    abstract String address() throws IOException;

    /** Returns the settings of the pool, as YAML below its name. */
    abstract List<String> pool() throws IOException;

    /** Returns the archive that machines fetch. */
    abstract Path archive() throws IOException;

    /** Returns the machines that are really there, of whichever installation. */
    abstract Set<String> machines() throws IOException;

    @BeforeEach
    void prepare() throws Exception {
        home = new ProteusHome(Files.createDirectory(folder.resolve("home")));
        place = new FtpPlace(address(), folder.resolve("remote"));
        Path source = place.folder("in");
        for (int i = 0; i < OBJECTS; i++) {
            Files.writeString(
                    source.resolve("page%03d.html".formatted(i)),
                    "<html><body><p>page %d</p></body></html>".formatted(i));
        }
        place.folder("out");
        settings = settings();
    }

    private Path settings() throws IOException {
        String yaml =
                """
                host: 0.0.0.0
                workers: {max: 0, idle: 0}
                scaling: {policy: fixed, workers: %d}
                nodes:
                  archive: %s
                  url: http://%s:%d
                  insecure-http: true
                pools:
                  cloud:
                    max: %d
                    slots: 1
                    grace: 10s
                    look-every: 3s
                """
                        .formatted(NODES, archive(), address(), freePort(), NODES);
        String pool = String.join("\n", pool().stream().map(line -> "    " + line).toList());
        return Files.writeString(home.path("coordinator.yaml"), yaml + pool + "\n");
    }

    /** Machines know one address of their coordinator, so a restart has to take the same port. */
    private int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address(), 0));
            port = socket.getLocalPort();
            return port;
        }
    }

    @AfterEach
    void stop() {
        place.close();
    }

    RunningService start() {
        return RunningService.onPort(
                home, port, "service", Map.of(), "--config", settings.toString());
    }

    JobView submit(RunningService service) {
        return service.submit(JobRequest.of(place.uri("in"), "txt", place.uri("out")));
    }

    @Test
    void growsWorksShrinksAndLeavesNothing() throws Exception {
        try (RunningService service = start()) {
            JobView job = submit(service);
            await().atMost(RunningService.LONG).until(() -> service.get("workers").size() == NODES);
            assertThat(machines()).hasSize(NODES);
            JobView end = service.awaitEnd(job.id());
            assertThat(end.allDone()).as(end.toString()).isTrue();
            everyResultIsThere();
            tellFirstCommits(service, job.id());
            await().atMost(RunningService.LONG).until(() -> machines().isEmpty());
            assertThat(JobInvariants.attempts(service.elements(job.id()), "lost")).isEmpty();
            assertThat(service.stop().exit()).isZero();
            noTokenWasTold(service);
        }
        assertThat(machines()).isEmpty();
    }

    @Tag("slow")
    @Test
    void aServiceThatIsStoppedEndsItsMachines() throws Exception {
        try (RunningService service = start()) {
            JobView job = submit(service);
            service.awaitEnded(job.id(), 1);
            assertThat(machines()).isNotEmpty();
            assertThat(service.stop().exit()).isZero();
        }
        assertThat(machines()).isEmpty();
    }

    @Test
    void aKilledCoordinatorFindsItsBusyMachinesAgain() throws Exception {
        killAt(Moment.BUSY);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUSY")
    void soDoesOneThatIsKilledAtAnotherMoment(Moment moment) throws Exception {
        killAt(moment);
    }

    private void killAt(Moment moment) throws Exception {
        String job;
        try (RunningService killed = start()) {
            job = submit(killed).id();
            moment.await(killed, job);
        }
        try (RunningService service = start()) {
            JobView end = service.awaitEnd(job);
            assertThat(end.allDone()).as(end.toString()).isTrue();
            everyResultIsThere();
            await().atMost(RunningService.LONG).until(() -> machines().isEmpty());
            assertThat(service.stop().exit()).isZero();
        }
        assertThat(machines()).isEmpty();
    }

    /** For whoever writes down figures: nothing here depends on them. */
    private static void tellFirstCommits(RunningService service, String job) {
        Instant decided =
                Instant.parse(service.get("jobs/" + job + "/decisions").at("/0/at").asText());
        Map<String, Instant> first = new TreeMap<>();
        for (AttemptView attempt : JobInvariants.attempts(service.elements(job), "done")) {
            first.merge(
                    attempt.worker(),
                    attempt.ended().orElseThrow(),
                    (one, other) -> one.isBefore(other) ? one : other);
        }
        first.forEach((node, commit) ->
                LOG.warn(
                        "{}: {} ms from the decision to its first commit",
                        node,
                        Duration.between(decided, commit).toMillis()));
    }

    private void everyResultIsThere() throws IOException {
        Set<String> results = Samples.names(place.folder("out"));
        assertThat(results).hasSize(OBJECTS).contains("page000.txt");
        assertThat(place.folder("out").resolve("page007.txt")).content().contains("page 7");
    }

    private void noTokenWasTold(RunningService service) {
        assertThat(service.process().err()).contains("joined after").doesNotContain("Bearer");
    }

    ProteusHome home() {
        return home;
    }
}
