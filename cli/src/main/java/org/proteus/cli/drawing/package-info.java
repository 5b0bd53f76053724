/**
 * Plans and the whole graph as pictures: {@link org.proteus.cli.drawing.Dot} writes the language of
 * Graphviz, {@link org.proteus.cli.drawing.Graphviz} lays it out as SVG.
 */
package org.proteus.cli.drawing;
