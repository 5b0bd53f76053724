package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.proteus.cli.realfiles.RealFiles;
import org.proteus.foundation.model.job.ElementView;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.foundation.model.job.JobView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes at a real OpenStack, in a root without converters, which install those that they are asked
 * for. The rig was started with {@code PACKAGES=yes}.
 */
@Tag("openstack")
@Isolated("it counts the machines of the rig")
final class OpenStackPackagesIT {

    private static final Logger LOG = LoggerFactory.getLogger(OpenStackPackagesIT.class);
    private static final int NODES = 2;
    private static final List<String> IMAGES =
            List.of(
                    "image/testBMP.bmp",
                    "image/testGIF.gif",
                    "image/testJPEG.jpg",
                    "image/testTIFF.tif");

    private static final Pattern MADE = Pattern.compile("node (\\S+): a machine is asked for");
    private static final String WHY = "Unable to locate package imagemagik";

    @TempDir private Path folder;

    private OpenStackRig rig;
    private ProteusHome home;
    private FtpPlace place;

    @BeforeEach
    void prepare() throws Exception {
        rig = new OpenStackRig();
        assertThat(rig.hasPackages()).as("the rig was started with PACKAGES=yes").isTrue();
        home = new ProteusHome(Files.createDirectory(folder.resolve("home")));
        place = new FtpPlace(rig.address(), folder.resolve("remote"));
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        RealFiles.find().unpack(IMAGES, unpacked);
        Files.move(unpacked.resolve("image"), folder.resolve("remote/in"));
        place.folder("out");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        place.close();
        assertThat(rig.machines()).isEmpty();
        rig.theInterfaceKnowsNoServer();
    }

    @Test
    void nodesWorkWithTheConverterThatTheyAreAskedToInstall() throws Exception {
        try (RunningService service = start("imagemagick")) {
            JobView end = service.awaitEnd(submit(service).id());
            assertThat(end.allDone()).as(end.toString()).isTrue();
            List<ElementView> elements = service.elements(end.id());
            assertThat(elements).hasSize(IMAGES.size()).allSatisfy(this::wasMadeByImageMagick);
            Set<String> results = Samples.names(place.folder("out"));
            assertThat(results)
                    .containsExactlyInAnyOrder(
                            "testBMP.png", "testGIF.png", "testJPEG.png", "testTIFF.png");
            for (String result : results) {
                assertThat(ImageIO.read(place.folder("out").resolve(result).toFile()))
                        .as(result)
                        .isNotNull();
            }
            // Time that is paid for keeps idle nodes.
            await().atMost(RunningService.LONG)
                    .until(() -> imageMagick(service).get("workers").size() == NODES);
            assertThat(imageMagick(service).get("state").asText())
                    .isEqualToIgnoringCase("runnable");
            await().atMost(RunningService.LONG).until(() -> joined(service).size() == NODES);
            // For whoever writes down figures: nothing here depends on them.
            joined(service).forEach(LOG::warn);
            assertThat(service.stop().exit()).isZero();
        }
    }

    private static JsonNode imageMagick(RunningService service) {
        return service.get("programs/imagemagick");
    }

    private static List<String> joined(RunningService service) {
        return service.process()
                .err()
                .lines()
                .filter(line -> line.contains("joined after"))
                .toList();
    }

    private void wasMadeByImageMagick(ElementView element) {
        assertThat(JobInvariants.attempts(List.of(element), "done"))
                .hasSize(1)
                .allSatisfy(attempt -> {
                    assertThat(attempt.worker()).startsWith("cloud-");
                    assertThat(attempt.record().steps())
                            .isNotEmpty()
                            .allMatch(step -> step.unit().program().equals("imagemagick"));
                });
    }

    @Test
    void aPackageThatDoesNotExistIsToldAndItsMachineIsEnded() throws Exception {
        try (RunningService service = start("imagemagik")) {
            String job = submit(service).id();
            await().atMost(RunningService.LONG).until(() -> rig.machines().size() == NODES);
            Set<String> first = rig.machines();
            await().atMost(RunningService.LONG).until(() -> pools(service, job).contains(WHY));
            assertThat(pools(service, job))
                    .contains("does not become a worker", "correct the pool's setting packages");
            await().atMost(RunningService.LONG).until(() -> made(service).count() > NODES);
            assertThat(service.process().err()).contains(WHY);
            await().atMost(RunningService.LONG)
                    .until(() -> rig.machines().stream().noneMatch(first::contains));
            assertThat(service.get("workers")).isEmpty();
            assertThat(service.job(job).state().isFinal()).isFalse();
            assertThat(service.stop().exit()).isZero();
        }
    }

    /** What pools have said to a job. */
    private static String pools(RunningService service, String job) {
        return service.get("jobs/" + job + "/decisions").toString();
    }

    private static Stream<String> made(RunningService service) {
        return MADE.matcher(service.process().err()).results().map(made -> made.group(1));
    }

    private JobView submit(RunningService service) {
        return service.submit(JobRequest.of(place.uri("in"), "png", place.uri("out")));
    }

    private RunningService start(String packages) throws IOException {
        int port = freePort();
        String yaml =
                """
                host: 0.0.0.0
                workers: {max: 0, idle: 0}
                scaling: {policy: fixed, workers: %1$d}
                nodes:
                  archive: %2$s
                  url: http://%3$s:%4$d
                  insecure-http: true
                pools:
                  cloud:
                    max: %1$d
                    slots: 1
                    grace: 10s
                    look-every: 3s
                    billing: 1h
                    packages: %5$s
                """
                        .formatted(NODES, rig.archive(), rig.address(), port, packages);
        String pool =
                String.join("\n", rig.pool(folder).stream().map(line -> "    " + line).toList());
        Path settings = Files.writeString(home.path("coordinator.yaml"), yaml + pool + "\n");
        return RunningService.onPort(
                home, port, "service", Map.of(), "--config", settings.toString());
    }

    private int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(rig.address(), 0));
            return socket.getLocalPort();
        }
    }
}
