/**
 * Pools of machines that a provider makes and ends. {@link
 * org.proteus.coordinator.pool.machine.MachinePool} looks after them from order to end; what is
 * special to a provider stands behind {@link org.proteus.coordinator.pool.machine.Machines}.
 */
package org.proteus.coordinator.pool.machine;
