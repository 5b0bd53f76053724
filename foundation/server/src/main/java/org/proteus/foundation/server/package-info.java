/**
 * Assembles Jetty, Jersey and CXF into one server.
 */
package org.proteus.foundation.server;
