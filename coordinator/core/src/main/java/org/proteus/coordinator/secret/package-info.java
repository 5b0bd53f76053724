/** Credentials at rest: sealed under a key file that the coordinators share. */
package org.proteus.coordinator.secret;
