/**
 * The REST and SOAP face of the coordinator, its security, metrics and pages.
 */
package org.proteus.coordinator.server;
