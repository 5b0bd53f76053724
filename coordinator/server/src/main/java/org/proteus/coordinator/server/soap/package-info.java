/**
 * The SOAP face: contract first, from {@code proteus.wsdl} and {@code job.wsdl}, whose interfaces
 * and types are generated into {@code contract}.
 */
package org.proteus.coordinator.server.soap;
