package org.proteus.cli.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

/**
 * Nodes at a real OpenStack, in a root without Java, which fetch the archive of this build: {@code
 * PROTEUS_OPENSTACK} names the folder of {@code bench/openstack/up}, {@code PROTEUS_ARCHIVE} the
 * result of {@code mvn -Pdist package}.
 */
@Tag("openstack")
final class OpenStackNodesIT extends NodeSuite {

    private final Path rig = required("PROTEUS_OPENSTACK");

    private static Path required(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .orElseThrow(() -> new AssertionError(variable + " is not set"));
    }

    @Override
    String address() throws IOException {
        return cloud().get("PROTEUS_CLOUD_GATEWAY");
    }

    private Map<String, String> cloud() throws IOException {
        return Files.readAllLines(rig.resolve("cloud.env")).stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    @Override
    List<String> pool() throws IOException {
        Map<String, String> cloud = cloud();
        Path password = Files.writeString(folder.resolve("password"), cloud.get("OS_PASSWORD"));
        return List.of(
                "type: jclouds",
                "provider: openstack-nova",
                "endpoint: " + cloud.get("OS_AUTH_URL"),
                "identity: " + cloud.get("OS_USER_DOMAIN_NAME") + ":" + cloud.get("OS_USERNAME"),
                "credential-file: " + password,
                "project: " + cloud.get("OS_PROJECT_NAME"),
                "project-domain: " + cloud.get("OS_PROJECT_DOMAIN_NAME"),
                "region: " + cloud.get("OS_REGION_NAME"),
                "image: " + cloud.get("PROTEUS_CLOUD_IMAGE"),
                "hardware: " + cloud.get("PROTEUS_CLOUD_HARDWARE"));
    }

    @Override
    Path archive() {
        return required("PROTEUS_ARCHIVE");
    }

    /** What runs on this machine, whatever the interface says. */
    @Override
    Set<String> machines() throws IOException {
        try (Stream<Path> servers = Files.list(rig.resolve("servers"))) {
            return servers.map(server -> server.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    @AfterEach
    void theInterfaceKnowsNoServerEither() throws Exception {
        ProcessBuilder client =
                new ProcessBuilder("openstack", "server", "list", "-f", "value", "-c", "Name");
        client.environment().putAll(cloud());
        Process process = client.redirectErrorStream(true).start();
        String servers =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(servers).isZero();
        assertThat(servers).isBlank();
    }
}
