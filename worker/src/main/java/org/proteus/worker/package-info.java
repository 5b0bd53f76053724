/**
 * Where work runs: pulls tasks, then fetches, transforms and stores, overlapped.
 */
package org.proteus.worker;
