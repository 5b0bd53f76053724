/**
 * Assembles Jetty, Jersey and CXF into one server, {@link
 * org.proteus.foundation.server.HttpService}, that answers every error with problem details and
 * never with a stack trace. Endpoints are given to it as objects; nothing is scanned for.
 */
package org.proteus.foundation.server;
