package org.proteus.coordinator.pool.machine;

import java.util.List;

/** A provider of machines, with the settings of one pool. Thread-safe. */
public interface Machines extends AutoCloseable {

    /**
     * Asks for a machine that carries the marks of this installation, pool and node, and runs a
     * script when it boots. Returns once the provider has said what it calls it, booted or not.
     *
     * @param node id of the node
     * @param script user data; holds a secret, so it is never logged
     * @throws MachineException if there is none; half of one may be left, which {@link #list} shows
     */
    Machine create(String node, String script) throws MachineException;

    /**
     * Returns the machines that carry the marks of this installation and pool and no others,
     * booting and failed ones included, ended ones not.
     *
     * @throws MachineException if the provider does not say
     */
    List<Machine> list() throws MachineException;

    /**
     * Ends a machine; one that is gone is ended.
     *
     * @throws MachineException if the provider does not do it
     */
    void end(String machine) throws MachineException;

    @Override
    void close();
}
