package org.proteus.coordinator.jclouds;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.coordinator.pool.PoolKeys;

/**
 * Which provider makes what kind of machine.
 *
 * @param provider id of the provider or API at jclouds, such as {@code openstack-nova}
 * @param endpoint its URL, where the id alone does not say it
 * @param identity user or access key
 * @param credential where the password or secret key is
 * @param image id or name of the image
 * @param hardware id or name of the kind of machine
 * @param region region or zone; absent for the provider's first
 * @param networks ids of networks to be connected to
 * @param securityGroups names of security groups
 * @param keypair name of a key pair for operators who want to look inside
 * @param options further options of the provider's own, by the names of jclouds
 * @param properties properties of jclouds
 */
record CloudSettings(
        String provider,
        Optional<String> endpoint,
        String identity,
        Credential credential,
        String image,
        String hardware,
        Optional<String> region,
        List<String> networks,
        List<String> securityGroups,
        Optional<String> keypair,
        Map<String, String> options,
        Map<String, String> properties) {

    private static final String PROPERTIES = "jclouds.";
    private static final String OPTIONS = "option.";
    private static final String OPENSTACK = "openstack-nova";

    CloudSettings {
        networks = List.copyOf(networks);
        securityGroups = List.copyOf(securityGroups);
        options = Map.copyOf(options);
        properties = Map.copyOf(properties);
    }

    /** Reads the part of a pool's settings that says where its machines are. */
    static CloudSettings of(PoolKeys keys) {
        String provider = keys.required("provider");
        Optional<String> region = keys.optional("region");
        return new CloudSettings(
                provider,
                keys.optional("endpoint"),
                keys.required("identity"),
                credential(keys),
                keys.required("image"),
                keys.required("hardware"),
                region,
                keys.words("networks"),
                keys.words("security-groups"),
                keys.optional("keypair"),
                keys.startingWith(OPTIONS),
                properties(keys, provider, region));
    }

    private static Credential credential(PoolKeys keys) {
        Optional<Path> file = keys.optional("credential-file").map(Path::of);
        Optional<String> variable = keys.optional("credential-variable");
        if (file.isPresent() == variable.isPresent()) {
            keys.refuse(
                    "name credential-file, or credential-variable for a variable of the"
                            + " environment; the secret itself does not belong here");
        }
        return new Credential(file, variable);
    }

    private static Map<String, String> properties(
            PoolKeys keys, String provider, Optional<String> region) {
        Map<String, String> properties = new TreeMap<>();
        region.ifPresent(name -> properties.put("jclouds.regions", name));
        Map<String, String> scope = new LinkedHashMap<>();
        keys.optional("project").ifPresent(name -> scope.put("scope", "project:" + name));
        keys.optional("project-domain").ifPresent(name -> scope.put("project-domain-name", name));
        if (provider.equals(OPENSTACK)) {
            scope.put("version", "3");
        }
        scope.forEach((name, value) -> properties.put("jclouds.keystone." + name, value));
        keys.startingWith(PROPERTIES)
                .forEach((name, value) -> properties.put(PROPERTIES + name, value));
        return properties;
    }
}
