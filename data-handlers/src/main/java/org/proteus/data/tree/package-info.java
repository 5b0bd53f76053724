/**
 * Walking folders in a fixed order, for every kind of place that has folders. A handler gives a
 * {@link org.proteus.data.tree.Tree}; the walk, its cursor and its handling of failures are shared.
 */
package org.proteus.data.tree;
