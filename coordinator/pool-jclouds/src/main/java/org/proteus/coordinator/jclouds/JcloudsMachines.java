package org.proteus.coordinator.jclouds;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import org.jclouds.ContextBuilder;
import org.jclouds.compute.ComputeService;
import org.jclouds.compute.ComputeServiceContext;
import org.jclouds.compute.RunNodesException;
import org.jclouds.compute.domain.ComputeMetadata;
import org.jclouds.compute.domain.NodeMetadata;
import org.jclouds.logging.config.NullLoggingModule;
import org.proteus.coordinator.pool.machine.Machine;
import org.proteus.coordinator.pool.machine.MachineException;
import org.proteus.coordinator.pool.machine.Machines;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;

/** Machines of a provider of jclouds. Thread-safe. */
final class JcloudsMachines implements Machines {

    /** A pool tries again by itself; jclouds shall not keep its callers waiting for long. */
    private static final int RETRIES = 2;

    private static final int TIMEOUT_MILLIS = 30_000;

    /**
     * At some providers jclouds waits for a machine to run, told to or not, before it tells the id.
     * The pool looks for itself in the meantime.
     */
    private static final String BOOT_MILLIS = "60000";

    private final ComputeServiceContext context;
    private final ComputeService compute;
    private final Marks marks;
    private final Templates templates;

    private JcloudsMachines(ComputeServiceContext context, CloudSettings settings, Marks marks) {
        this.context = context;
        this.compute = context.getComputeService();
        this.marks = marks;
        this.templates = new Templates(compute, settings, marks);
    }

    /**
     * Opens a provider; nothing is asked of it yet.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is no such provider, or its
     *     credential cannot be read
     */
    static JcloudsMachines open(CloudSettings settings, Marks marks) {
        try {
            ContextBuilder builder =
                    ContextBuilder.newBuilder(settings.provider())
                            .credentials(settings.identity(), settings.credential().read())
                            // What it logs repeats requests, user data with its token included.
                            .modules(Set.of(new NullLoggingModule()))
                            .overrides(properties(settings));
            settings.endpoint().ifPresent(builder::endpoint);
            return new JcloudsMachines(
                    builder.buildView(ComputeServiceContext.class), settings, marks);
        } catch (NoSuchElementException unknown) {
            throw new ProteusException(
                    new Problem(
                            ErrorCode.BAD_REQUEST,
                            "jclouds knows no provider '" + settings.provider() + "' here",
                            "use openstack-nova or aws-ec2, or put the provider's jar beside"
                                    + " the others"),
                    unknown);
        }
    }

    private static Properties properties(CloudSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("jclouds.max-retries", Integer.toString(RETRIES));
        properties.setProperty("jclouds.connection-timeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("jclouds.so-timeout", Integer.toString(TIMEOUT_MILLIS));
        properties.setProperty("jclouds.compute.timeout.node-running", BOOT_MILLIS);
        properties.setProperty("jclouds.compute.poll-status.initial-period", "500");
        properties.setProperty("jclouds.compute.poll-status.max-period", "2000");
        settings.properties().forEach(properties::setProperty);
        return properties;
    }

    @Override
    public Machine create(String node, String script) throws MachineException {
        try {
            Set<? extends NodeMetadata> made =
                    compute.createNodesInGroup(marks.group(), 1, templates.of(node, script));
            return new Machine(made.iterator().next().getId(), node, false);
        } catch (RunNodesException | RuntimeException failure) {
            throw ProviderFailures.of(failure);
        }
    }

    @Override
    public List<Machine> list() throws MachineException {
        try {
            return compute.listNodesDetailsMatching(JcloudsMachines::isThere).stream()
                    .flatMap(machine -> marks.node(machine).map(n -> of(machine, n)).stream())
                    .toList();
        } catch (RuntimeException failure) {
            throw ProviderFailures.of(failure);
        }
    }

    private static boolean isThere(ComputeMetadata machine) {
        return !(machine instanceof NodeMetadata known)
                || known.getStatus() != NodeMetadata.Status.TERMINATED;
    }

    private static Machine of(NodeMetadata machine, String node) {
        return new Machine(machine.getId(), node, machine.getStatus() == NodeMetadata.Status.ERROR);
    }

    @Override
    public void end(String machine) throws MachineException {
        try {
            compute.destroyNode(machine);
        } catch (RuntimeException failure) {
            throw ProviderFailures.of(failure);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
