/**
 * Pools of virtual machines at any compute provider of Apache jclouds. Everything of jclouds stays
 * inside this package; the life of the machines is that of {@link
 * org.proteus.coordinator.pool.machine.MachinePool}.
 */
package org.proteus.coordinator.jclouds;
