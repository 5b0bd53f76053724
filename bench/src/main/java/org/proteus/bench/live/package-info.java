/**
 * What the live experiments ({@code bench/live}) put on a coordinator's class path besides: the
 * original's rule, which no release has.
 */
package org.proteus.bench.live;
