/**
 * Publishes SOAP endpoints that take bounded, valid messages, answer where the request came from
 * only, and put every error into the fault of their contract.
 */
package org.proteus.foundation.server.soap;
