package org.proteus.coordinator.jclouds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jclouds.compute.options.TemplateOptions;
import org.jclouds.openstack.nova.v2_0.compute.options.NovaTemplateOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.proteus.coordinator.pool.PoolKeys;
import org.proteus.coordinator.pool.PoolTypes;
import org.proteus.foundation.model.ProteusException;

class CloudSettingsTest {

    private static final Map<String, String> OPENSTACK =
            Map.of(
                    "type", "jclouds",
                    "provider", "openstack-nova",
                    "identity", "Default:pool",
                    "credential-file", "/secret",
                    "image", "debian-12",
                    "hardware", "small",
                    "project", "transformations",
                    "region", "RegionOne",
                    "jclouds.max-retries", "9");

    @TempDir private Path folder;

    @Test
    void thePoolIsFoundByItsType() {
        assertThat(PoolTypes.load().configure("pools.cloud", "cloud", with("max", "12")).max())
                .isEqualTo(12);
    }

    @Test
    void openStackIsAskedByItsThirdIdentityVersion() {
        CloudSettings settings =
                CloudSettings.of(new PoolKeys("pools.cloud", "cloud", with("networks", "a b")));
        assertThat(settings.properties())
                .containsEntry("jclouds.keystone.version", "3")
                .containsEntry("jclouds.keystone.scope", "project:transformations")
                .containsEntry("jclouds.regions", "RegionOne")
                .containsEntry("jclouds.max-retries", "9");
        assertThat(settings.networks()).containsExactly("a", "b");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Map<String, String> wrong = with("credential", "hunter2");
        wrong.remove("image");
        wrong.put("credential-variable", "BOTH");
        wrong.put("packages", "imagemagick ;reboot");
        wrong.put("boot-time", "soon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PoolTypes.load().configure("pools.cloud", "cloud", wrong))
                .withMessageContaining("pools.cloud.image is missing")
                .withMessageContaining("credential-file, or credential-variable")
                .withMessageContaining("unknown key 'pools.cloud.credential'")
                .withMessageContaining("';reboot' is no Debian package")
                .withMessageContaining("pools.cloud.boot-time is 'soon'")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void aCredentialThatIsNotThereIsToldByItsPlace() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        for (Credential missing :
                List.of(
                        new Credential(Optional.of(empty), Optional.empty()),
                        new Credential(Optional.of(folder.resolve("none")), Optional.empty()),
                        new Credential(Optional.empty(), Optional.of("PROTEUS_NO_SUCH")))) {
            assertThatExceptionOfType(ProteusException.class)
                    .isThrownBy(missing::read)
                    .withMessageMatching("(?s).*(empty|none|PROTEUS_NO_SUCH).*");
        }
    }

    @Test
    void optionsOfAProviderAreSetByTheirNames() {
        NovaTemplateOptions options = new NovaTemplateOptions();
        ProviderOptions own = new ProviderOptions(options);
        own.set("configDrive", "true");
        own.set("securityGroups", "one two");
        own.keyPair("operators");
        own.noKeyPair();
        assertThat(options.getConfigDrive()).isTrue();
        assertThat(options.getGroups()).containsExactlyInAnyOrder("one", "two");
        assertThat(options.getKeyPairName()).isEqualTo("operators");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> own.set("colour", "red"))
                .withMessageContaining("colour");
        assertThatExceptionOfType(ProteusException.class)
                .isThrownBy(() -> new ProviderOptions(new TemplateOptions()).userData(new byte[1]))
                .withMessageContaining("user data");
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> keys = new HashMap<>(OPENSTACK);
        keys.put(key, value);
        return keys;
    }
}
