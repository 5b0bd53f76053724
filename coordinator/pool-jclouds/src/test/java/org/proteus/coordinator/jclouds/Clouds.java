package org.proteus.coordinator.jclouds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.proteus.coordinator.pool.PoolKeys;
import org.proteus.coordinator.pool.machine.Machines;

/** Opens machines at the stand-ins. */
final class Clouds {

    private Clouds() {}

    static Machines open(Ec2Stand stand, Path folder, String installation, String pool) {
        Map<String, String> keys = keys(stand, folder);
        keys.put("provider", "aws-ec2");
        keys.put("image", "us-east-1/ami-0001");
        keys.put("hardware", "t3.small");
        keys.put("region", "us-east-1");
        return open(keys, installation, pool);
    }

    static Machines open(NovaStand stand, Path folder, String installation, String pool) {
        Map<String, String> keys = keys(stand, folder);
        keys.put("provider", "openstack-nova");
        keys.put("endpoint", stand.endpoint() + "/v3");
        keys.put("identity", "Default:pool");
        keys.put("project", "transformations");
        keys.put("image", "debian-12");
        keys.put("hardware", "worker");
        keys.put("region", "RegionOne");
        return open(keys, installation, pool);
    }

    private static Map<String, String> keys(ProviderStand stand, Path folder) {
        try {
            Path secret = Files.writeString(folder.resolve("secret"), "secret key\n");
            return new HashMap<>(
                    Map.of(
                            "endpoint", stand.endpoint(),
                            "identity", "key",
                            "credential-file", secret.toString(),
                            "jclouds.compute.timeout.node-running", "1000",
                            "jclouds.trust-all-certs", "true",
                            "jclouds.relax-hostname", "true"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Machines open(Map<String, String> keys, String installation, String pool) {
        return JcloudsMachines.open(
                CloudSettings.of(new PoolKeys("pools." + pool, pool, keys)),
                new Marks(installation, pool));
    }
}
