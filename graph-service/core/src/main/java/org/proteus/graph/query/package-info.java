/** The query language over programs and their units; {@code docs/query-language.md} defines it. */
package org.proteus.graph.query;
