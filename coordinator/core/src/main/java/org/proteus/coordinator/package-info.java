/**
 * Who does what: jobs and their elements, listing of sources, dispatch of tasks under leases, the
 * store behind it, and the number of workers.
 */
package org.proteus.coordinator;
