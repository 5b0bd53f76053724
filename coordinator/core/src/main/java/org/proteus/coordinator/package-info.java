/**
 * Who does what: jobs, listing, dispatch, leases and their store.
 */
package org.proteus.coordinator;
