/**
 * Nodes: machines that a pool makes for workers, what the database knows of them, and the tokens by
 * which their workers are let in.
 */
package org.proteus.coordinator.node;
