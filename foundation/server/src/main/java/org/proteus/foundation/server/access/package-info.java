/**
 * Who may do what: a token for each role, which lies in a file that only the service's user reads.
 */
package org.proteus.foundation.server.access;
