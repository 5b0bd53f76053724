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

/**
 * The OpenStack of {@code bench/openstack/up}, whose folder {@code PROTEUS_OPENSTACK} names; {@code
 * PROTEUS_ARCHIVE} is the result of {@code mvn -Pdist package}.
 */
final class OpenStackRig {

    private final Path state = required("PROTEUS_OPENSTACK");
    private final Map<String, String> cloud;

    OpenStackRig() throws IOException {
        cloud =
                Files.readAllLines(state.resolve("cloud.env")).stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Path required(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .orElseThrow(() -> new AssertionError(variable + " is not set"));
    }

    /** Returns the address by which servers reach this machine. */
    String address() {
        return cloud.get("PROTEUS_CLOUD_GATEWAY");
    }

    Path archive() {
        return required("PROTEUS_ARCHIVE");
    }

    /** Whether servers reach the packages of their distribution. */
    boolean hasPackages() {
        return cloud.containsKey("PROTEUS_CLOUD_PACKAGES");
    }

    /** Returns the settings of a pool, whose password is written into the folder. */
    List<String> pool(Path folder) throws IOException {
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

    /** What runs on this machine, whatever the interface says. */
    Set<String> machines() throws IOException {
        try (Stream<Path> servers = Files.list(state.resolve("servers"))) {
            return servers.map(server -> server.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    void theInterfaceKnowsNoServer() throws Exception {
        ProcessBuilder client =
                new ProcessBuilder("openstack", "server", "list", "-f", "value", "-c", "Name");
        client.environment().putAll(cloud);
        Process process = client.redirectErrorStream(true).start();
        String servers =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(servers).isZero();
        assertThat(servers).isBlank();
    }
}
