/**
 * Handing out work: leases with fencing tokens, plans, commits, heartbeats, and what becomes of
 * tasks that fail or whose worker is gone.
 */
package org.proteus.coordinator.dispatch;
