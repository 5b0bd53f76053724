/**
 * Real files of many kinds, odd ones among them, through the whole system. What became of each
 * stands in {@code docs/real-files.md}.
 */
package org.proteus.cli.realfiles;
