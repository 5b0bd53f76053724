/** Tells others that jobs have ended: one signed message for each end, sent until it arrives. */
package org.proteus.coordinator.webhook;
