/**
 * Measures how much units keep of real objects: runs them, and compares what came out with what
 * went in, by kinds of types and by other programs than the one that ran where there are any.
 */
package org.proteus.cli.measure;
