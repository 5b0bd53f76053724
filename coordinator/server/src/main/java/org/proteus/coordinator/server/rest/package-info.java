/**
 * The REST interface under {@code /api/v1}, as {@code openapi.yaml} describes it: thin resources
 * over the interfaces of the coordinator. Errors are problem details.
 */
package org.proteus.coordinator.server.rest;
