package org.proteus.coordinator.jclouds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jclouds.compute.ComputeService;
import org.jclouds.compute.domain.Hardware;
import org.jclouds.compute.domain.Image;
import org.jclouds.compute.domain.Template;
import org.jclouds.compute.domain.TemplateBuilder;
import org.jclouds.compute.options.TemplateOptions;
import org.jclouds.domain.ResourceMetadata;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

/** What machines are made of. Thread-safe. */
final class Templates {

    private final ComputeService compute;
    private final CloudSettings settings;
    private final Marks marks;
    private volatile Template base;

    Templates(ComputeService compute, CloudSettings settings, Marks marks) {
        this.compute = compute;
        this.settings = settings;
        this.marks = marks;
    }

    /**
     * Returns the template of one node's machine.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if image, hardware or an option is unknown
     */
    Template of(String node, String script) {
        Template base = base();
        // Of a template jclouds takes over how large its hardware is, not which one it was.
        return compute.templateBuilder()
                .fromTemplate(base)
                .imageId(base.getImage().getId())
                .hardwareId(base.getHardware().getId())
                .options(options(node, script))
                .build();
    }

    private TemplateOptions options(String node, String script) {
        TemplateOptions options = compute.templateOptions();
        ProviderOptions own = new ProviderOptions(options);
        own.userData(script.getBytes(StandardCharsets.UTF_8));
        settings.keypair().ifPresentOrElse(own::keyPair, own::noKeyPair);
        settings.options().forEach(own::set);
        // Workers open connections, nobody connects to them: no port is opened and none waited for.
        options.inboundPorts();
        options.blockUntilRunning(false);
        options.nodeNames(Set.of(node));
        options.userMetadata(marks.of(node));
        if (!settings.networks().isEmpty()) {
            options.networks(settings.networks());
        }
        if (!settings.securityGroups().isEmpty()) {
            options.securityGroups(settings.securityGroups());
        }
        return options;
    }

    /** Looked up once: image and hardware are not expected to change their ids. */
    private Template base() {
        Template known = base;
        if (known == null) {
            TemplateBuilder builder = compute.templateBuilder();
            settings.region().ifPresent(builder::locationId);
            builder.imageId(image());
            builder.hardwareId(hardware());
            known = builder.build();
            base = known;
        }
        return known;
    }

    /** An id with its region is taken as it is: some providers list but a few of their images. */
    private String image() {
        return settings.image().contains("/")
                ? settings.image()
                : id("image", settings.image(), compute::listImages);
    }

    private String hardware() {
        return id("hardware", settings.hardware(), compute::listHardwareProfiles);
    }

    private String id(
            String what, String wanted, Supplier<Set<? extends ResourceMetadata<?>>> listing) {
        Set<? extends ResourceMetadata<?>> all = listing.get();
        List<String> found =
                all.stream()
                        .filter(one ->
                                wanted.equals(id(one))
                                        || wanted.equals(one.getProviderId())
                                        || wanted.equals(one.getName()))
                        .map(Templates::id)
                        .filter(this::isInRegion)
                        .distinct()
                        .toList();
        if (found.size() != 1) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "the provider has " + found.size() + " of " + what + " '" + wanted + "'",
                    "name its id, or one of "
                            + all.stream()
                                    .map(ResourceMetadata::getName)
                                    .filter(name -> name != null)
                                    .sorted()
                                    .distinct()
                                    .limit(20)
                                    .collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    private boolean isInRegion(String id) {
        return settings.region().isEmpty()
                || !id.contains("/")
                || id.startsWith(settings.region().get() + "/");
    }

    private static String id(ResourceMetadata<?> one) {
        return switch (one) {
            case Image image -> image.getId();
            case Hardware hardware -> hardware.getId();
            default -> one.getProviderId();
        };
    }
}
